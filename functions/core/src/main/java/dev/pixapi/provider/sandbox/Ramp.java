package dev.pixapi.provider.sandbox;

import java.util.List;

/** A smooth walk through colours: 0 is the ground under the words, 1 the far end. */
final class Ramp {
    private static final int STEPS = 1024;

    private final Lab[] table = new Lab[STEPS + 1];

    Ramp(List<Lab> stops) {
        for (int i = 0; i <= STEPS; i++) {
            float place = i * (stops.size() - 1) / (float) STEPS;
            int stop = Math.min((int) place, stops.size() - 2);
            table[i] = stops.get(stop).towards(stops.get(stop + 1), place - stop);
        }
    }

    /** The colour at this place; places outside 0 to 1 give the nearer end. */
    Lab at(float place) {
        return table[(int) (Math.clamp(place, 0f, 1f) * STEPS)];
    }
}
