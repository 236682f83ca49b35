package dev.pixapi.provider.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The light that all motifs stand in: soft lamps of the palette's colours, blended. */
final class Ground {
    private static final float CALM = 0.06f;

    private final List<Lamp> lamps = new ArrayList<>();
    private final Lab base;

    /** A bell in both directions; the two tables make it cheap to ask for a pixel. */
    private record Lamp(Profile across, Profile down, Lab colour) {}

    Ground(Frame frame, Ramp ramp, RandomGenerator random) {
        this.base = ramp.at(CALM);
        double x = frame.focusX() + random.nextDouble(-0.06, 0.06);
        double y = frame.focusY() + random.nextDouble(-0.06, 0.06);
        double side = random.nextDouble(0.3, 0.5);
        add(frame, x, y, 0.46, ramp.at(0.62f));
        add(frame, x + 0.16, y - 0.12, 0.25, ramp.at(0.9f));
        add(frame, x - side, y - random.nextDouble(0.05, 0.25), 0.42, ramp.at(0.4f));
        add(frame, 1.02, y + side, 0.4, ramp.at(0.3f));
        add(frame, random.nextDouble(0.05, 0.3), 0.75, 0.5, ramp.at(0f));
        add(frame, random.nextDouble(0.3, 0.7), 1.05, 0.5, ramp.at(0.14f));
    }

    private void add(Frame frame, double x, double y, double size, Lab colour) {
        double width = size * (0.5 * frame.scale() + 0.5 * frame.width());
        double height = size * (0.5 * frame.scale() + 0.5 * frame.height());
        lamps.add(
                new Lamp(
                        Curves.bell(frame.width(), x * frame.width(), width),
                        Curves.bell(frame.height(), y * frame.height(), height),
                        colour));
    }

    void paintRow(int y, LabRow row) {
        for (int x = 0; x < row.width(); x++) {
            float total = CALM;
            float l = base.l() * CALM;
            float a = base.a() * CALM;
            float b = base.b() * CALM;
            for (int i = 0; i < lamps.size(); i++) {
                Lamp lamp = lamps.get(i);
                float light = lamp.across.at(x) * lamp.down.at(y);
                total += light;
                l += light * lamp.colour.l();
                a += light * lamp.colour.a();
                b += light * lamp.colour.b();
            }
            row.l[x] = l / total;
            row.a[x] = a / total;
            row.b[x] = b / total;
        }
    }
}
