package dev.pixapi.provider.sandbox;

/** One pixel made of two, 0xAARRGGBB. */
final class Blend {
    private Blend() {}

    /**
     * So much of the upper pixel and the rest of the lower one; each counts by its own alpha.
     *
     * @param share 0 to 255
     */
    static int mix(int lower, int upper, int share) {
        int low = (lower >>> 24) * (0xff - share);
        int high = (upper >>> 24) * share;
        int total = low + high;
        if (total == 0) {
            return 0;
        }
        return (rounded(total, 0xff) << 24)
                | (channel(lower >> 16, low, upper >> 16, high) << 16)
                | (channel(lower >> 8, low, upper >> 8, high) << 8)
                | channel(lower, low, upper, high);
    }

    /** The upper pixel, with the opaque lower one seen through it. */
    static int over(int lower, int upper) {
        return mix(0xff000000 | lower, 0xff000000 | upper, upper >>> 24);
    }

    /** The pixel with so much of its light, moved towards a colour by so much; both 0 to 1. */
    static int lit(int pixel, float light, int colour, float share) {
        int upper = Math.round(0xff * share);
        int tinted = mix(0xff000000 | pixel, 0xff000000 | colour, upper);
        return mix(0xff000000, tinted, Math.round(0xff * light));
    }

    private static int channel(int lower, int low, int upper, int high) {
        return rounded((lower & 0xff) * low + (upper & 0xff) * high, low + high);
    }

    private static int rounded(int sum, int by) {
        return (sum + by / 2) / by;
    }
}
