package dev.pixapi.image;

import java.util.Arrays;
import java.util.Optional;

/** The classes of resolution by which images are priced. */
public enum Tier {
    HALF_K("512", 512),
    ONE_K("1K", 1024),
    TWO_K("2K", 2048),
    FOUR_K("4K", 4096);

    private final String wireName;
    private final int edge;

    Tier(String wireName, int edge) {
        this.wireName = wireName;
        this.edge = edge;
    }

    /** The tier of this name, in either case. */
    public static Optional<Tier> named(String name) {
        return Arrays.stream(values()).filter(t -> t.wireName.equalsIgnoreCase(name)).findAny();
    }

    public String wireName() {
        return wireName;
    }

    /** The edge of the tier's square image, in pixels. */
    public int edge() {
        return edge;
    }
}
