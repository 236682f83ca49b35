package dev.pixapi.provider.sandbox;

/** A number for each pixel of a side, worked out once instead of for each pixel of the area. */
final class Profile {
    private final float[] values;

    /** The array is kept, not copied: its maker lets go of it. */
    Profile(float[] values) {
        this.values = values;
    }

    float at(int place) {
        return values[place];
    }

    int length() {
        return values.length;
    }
}
