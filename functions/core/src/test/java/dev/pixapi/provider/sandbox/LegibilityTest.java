package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** WCAG 2.2, 1.4.3: words and what lies under them differ by at least 4.5 to 1. */
final class LegibilityTest {
    private static final double LEVEL_AA = 4.5;
    private static final Fonts FONTS = Fonts.load();

    @SuppressWarnings("unused") // by the test below, through its name
    private static final List<Palette> PALETTES = Palette.ALL;

    @ParameterizedTest
    @FieldSource("PALETTES")
    void wordsStandOutOnEveryPaletteAndMotif(Palette palette) {
        Set<Class<?>> motifs = new HashSet<>();
        for (int i = 0; motifs.size() < 5; i++) {
            Poster poster = new Poster("m", "Words on a picture " + i, 256, 192, "high", false, i);
            if (motifs.add(motif(poster))) {
                assertTrue(leastContrast(poster, palette) >= LEVEL_AA, poster.toString());
            }
        }
    }

    @Test
    void aLongTextIsLegibleToItsEdges() {
        Poster poster = new Poster("m", "Many words ".repeat(80), 256, 256, "high", false, 0);
        for (Palette palette : Palette.ALL) {
            assertTrue(leastContrast(poster, palette) >= LEVEL_AA, palette.name());
        }
    }

    @Test
    void contrastIsMeasuredAsWcagDoes() {
        assertEquals(21, contrast(0x000000, 0xffffff), 1e-9);
        assertEquals(4.54, contrast(0x767676, 0xffffff), 0.01);
    }

    private static Class<?> motif(Poster poster) {
        Scene scene =
                new Scene(Frame.of(9, 9), Palette.ALL.getFirst().colours(), true, Richness.PLAIN);
        return Motif.pick(scene, PosterSeed.motif(poster), PosterSeed.variation(poster)).getClass();
    }

    private static double leastContrast(Poster poster, Palette palette) {
        Frame frame = Frame.of(poster.width(), poster.height());
        Lettering words = Lettering.of(poster, frame, FONTS);
        Backdrop backdrop = new Backdrop(poster, frame, palette, words);
        int[] pixels = new int[frame.width() * frame.height()];
        for (int y = 0; y < frame.height(); y++) {
            backdrop.paintRow(y, pixels, y * frame.width());
        }
        return words.grounds().stream()
                .flatMapToInt(ground -> under(ground, pixels, frame))
                .distinct()
                .mapToDouble(pixel -> contrast(pixel, palette.ink()))
                .min()
                .orElseThrow();
    }

    private static IntStream under(Box ground, int[] pixels, Frame frame) {
        int right = Math.min(frame.width(), (int) Math.ceil(ground.right()));
        int bottom = Math.min(frame.height(), (int) Math.ceil(ground.bottom()));
        return IntStream.range(Math.max(0, (int) ground.y()), bottom)
                .flatMap(
                        y ->
                                IntStream.range(Math.max(0, (int) ground.x()), right)
                                        .map(x -> pixels[y * frame.width() + x]));
    }

    private static double contrast(int one, int other) {
        return Luminance.contrast(Luminance.ofRgb(one), Luminance.ofRgb(other));
    }
}
