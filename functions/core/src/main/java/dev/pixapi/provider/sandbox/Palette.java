package dev.pixapi.provider.sandbox;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Colours that go together.
 *
 * @param ink the colour of the words, 0xRRGGBB
 * @param ramp five colours, from the ground under the words to the far end of the light
 */
record Palette(String name, int ink, List<Integer> ramp) {
    private static final int SNOW = 0xffffff;
    private static final int NIGHT = 0x15131c;

    /** The least distance in OKLab's plane of hues. */
    private static final double APART = 0.1;

    static final List<Palette> ALL =
            List.of(
                    night("aurora", 0x0a1128, 0x0f3457, 0x0f7c7a, 0x4fcf9f, 0xeaf7b4),
                    night("ember", 0x1c0a14, 0x5e1233, 0xb8283f, 0xf4703f, 0xffd592),
                    night("ultraviolet", 0x110a2c, 0x33177c, 0x6c2fdc, 0xd651c9, 0xffbdd3),
                    night("abyss", 0x04141f, 0x073650, 0x0d6b90, 0x43bccd, 0xdcf7e8),
                    night("fern", 0x0a1812, 0x143f30, 0x2e7b4f, 0xa4c46a, 0xf6edb6),
                    night("dusk", 0x17112f, 0x472059, 0xa0355f, 0xf28c5e, 0xffe3a8),
                    night("copper", 0x11161b, 0x25363f, 0x75503d, 0xd6925f, 0xfbe7ca),
                    night("orchid", 0x151022, 0x322757, 0x7f52a4, 0xea94b2, 0xffe8df),
                    night("cobalt", 0x070c24, 0x10247a, 0x2a4fe0, 0x6fa3ff, 0xffe9c9),
                    day("porcelain", 0xf8f3ea, 0xf5dcc8, 0xf0ac8d, 0xd9623f, 0x2d4a70),
                    day("mint", 0xf1f7ee, 0xcfe9da, 0x8dcfb8, 0x3c9490, 0x14424d),
                    day("lilac", 0xf8f3fd, 0xe4d8f6, 0xbca7ec, 0xf79bb8, 0x4b3bb0),
                    day("citrus", 0xfff8de, 0xffe592, 0xffbd55, 0xf3734f, 0x6d2e5f));

    Palette {
        ramp = List.copyOf(ramp);
    }

    static Palette pick(RandomGenerator random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /**
     * A palette that can be told from a picture of this mean colour; the first one drawn, where it
     * can.
     */
    static Palette pickApart(RandomGenerator random, Lab picture) {
        int first = random.nextInt(ALL.size());
        for (int i = 0; i < ALL.size(); i++) {
            Palette palette = ALL.get((first + i) % ALL.size());
            Lab middle = palette.colours().at(0.5f);
            if (StrictMath.hypot(middle.a() - picture.a(), middle.b() - picture.b()) > APART) {
                return palette;
            }
        }
        return ALL.get(first);
    }

    private static Palette night(String name, Integer... ramp) {
        return new Palette(name, SNOW, List.of(ramp));
    }

    private static Palette day(String name, Integer... ramp) {
        return new Palette(name, NIGHT, List.of(ramp));
    }

    /** True if light words stand on a dark ground. */
    boolean isDark() {
        return ink == SNOW;
    }

    Ramp colours() {
        return new Ramp(ramp.stream().map(Lab::ofRgb).toList());
    }
}
