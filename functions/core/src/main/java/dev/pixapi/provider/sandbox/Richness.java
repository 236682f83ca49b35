package dev.pixapi.provider.sandbox;

/** How much there is to see, from the asked quality. */
enum Richness {
    PLAIN,
    FINE,
    FULL;

    static Richness of(String quality) {
        return switch (quality) {
            case "low" -> PLAIN;
            case "medium" -> FINE;
            default -> FULL;
        };
    }

    /** The number of layers, lines or steps, one for each degree. */
    int choose(int plain, int fine, int full) {
        return switch (this) {
            case PLAIN -> plain;
            case FINE -> fine;
            case FULL -> full;
        };
    }
}
