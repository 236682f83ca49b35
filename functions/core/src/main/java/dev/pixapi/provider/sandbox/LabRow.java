package dev.pixapi.provider.sandbox;

/** One row of pixels on its way to the screen, in OKLab. */
final class LabRow {
    final float[] l;
    final float[] a;
    final float[] b;

    LabRow(int width) {
        this.l = new float[width];
        this.a = new float[width];
        this.b = new float[width];
    }

    int width() {
        return l.length;
    }

    void set(int x, Lab colour) {
        l[x] = colour.l();
        a[x] = colour.a();
        b[x] = colour.b();
    }

    /** Moves a pixel towards the colour; 0 keeps it, 1 replaces it. */
    void mix(int x, Lab colour, float amount) {
        l[x] += (colour.l() - l[x]) * amount;
        a[x] += (colour.a() - a[x]) * amount;
        b[x] += (colour.b() - b[x]) * amount;
    }

    /** Makes a pixel lighter (or darker, below zero) and keeps its hue. */
    void lighten(int x, float amount) {
        l[x] += amount;
    }
}
