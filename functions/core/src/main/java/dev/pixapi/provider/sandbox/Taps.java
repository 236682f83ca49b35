package dev.pixapi.provider.sandbox;

/** For each pixel of a target's side, which pixels of the source it is made of, and how much. */
final class Taps {
    private final int[] first;
    private final float[][] weights;

    /**
     * Weights are a triangle as wide as two pixels of the coarser side: an average where the
     * picture shrinks, a straight line from pixel to pixel where it grows.
     *
     * @param source the length of the source's side
     * @param target the length of the target's side
     * @param scale target pixels per source pixel; what is too long is cut alike at both ends
     */
    Taps(int source, int target, double scale) {
        this.first = new int[target];
        this.weights = new float[target][];
        double reach = Math.max(1, 1 / scale);
        double start = (source - target / scale) / 2;
        for (int i = 0; i < target; i++) {
            double centre = start + (i + 0.5) / scale - 0.5;
            int from = Math.clamp((long) Math.floor(centre - reach) + 1, 0, source - 1);
            int to = Math.clamp((long) Math.ceil(centre + reach) - 1, from, source - 1);
            first[i] = from;
            weights[i] = triangle(centre, reach, from, to);
        }
    }

    private static float[] triangle(double centre, double reach, int from, int to) {
        double[] heights = new double[to - from + 1];
        double sum = 0;
        for (int j = 0; j < heights.length; j++) {
            heights[j] = Math.max(1e-6, 1 - Math.abs(from + j - centre) / reach);
            sum += heights[j];
        }
        float[] weights = new float[heights.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = (float) (heights[j] / sum);
        }
        return weights;
    }

    int first(int place) {
        return first[place];
    }

    float[] weights(int place) {
        return weights[place];
    }

    int most() {
        int most = 0;
        for (float[] some : weights) {
            most = Math.max(most, some.length);
        }
        return most;
    }
}
