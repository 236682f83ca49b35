package dev.pixapi.provider.sandbox;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A large ball and its moons in soft light, with the lines of their orbits. */
final class Orbs implements Motif {
    private static final float LIGHT_X = -0.5f;
    private static final float LIGHT_Y = -0.62f;
    private static final float LIGHT_Z = 0.6f;

    private final Ramp ramp;
    private final boolean dark;
    private final List<Orb> orbs = new ArrayList<>();
    private final List<Shape> orbits = new ArrayList<>();

    private record Orb(float x, float y, float radius) {}

    Orbs(Scene scene, RandomGenerator random) {
        this.ramp = scene.ramp();
        this.dark = scene.dark();
        Frame frame = scene.frame();
        double x = frame.width() * (frame.focusX() + random.nextDouble(-0.04, 0.04));
        double y = frame.height() * (frame.focusY() + random.nextDouble(-0.03, 0.05));
        double radius =
                0.255 * Math.min(frame.scale(), 1.25 * Math.min(frame.width(), frame.height()));
        orbs.add(new Orb((float) x, (float) y, (float) radius));
        double tilt = random.nextDouble(-0.6, -0.2);
        int rings = scene.richness().choose(0, 3, 6);
        for (int i = 0; i < rings; i++) {
            double size = radius * (1.32 + 0.2 * i + 0.035 * i * i);
            orbits.add(orbit(x, y, size, tilt));
            if (i % 2 == 1) {
                orbs.add(moon(orbs.getFirst(), size, tilt, random));
            }
        }
    }

    private static Shape orbit(double x, double y, double size, double tilt) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(tilt);
        return place.createTransformedShape(
                new Ellipse2D.Double(-size, -0.36 * size, 2 * size, 0.72 * size));
    }

    private static Orb moon(Orb centre, double size, double tilt, RandomGenerator random) {
        double angle = random.nextDouble(0.1, 0.9) * Math.PI;
        double along = size * StrictMath.cos(angle);
        double off = 0.36 * size * StrictMath.sin(angle);
        double cos = StrictMath.cos(tilt);
        double sin = StrictMath.sin(tilt);
        return new Orb(
                (float) (centre.x + along * cos - off * sin),
                (float) (centre.y + along * sin + off * cos),
                (float) (centre.radius * random.nextDouble(0.06, 0.15)));
    }

    @Override
    public List<Shape> lines() {
        return List.copyOf(orbits);
    }

    @Override
    public void paintRow(int y, LabRow row) {
        for (Orb orb : orbs) {
            float reach = 2.2f * orb.radius;
            if (Math.abs(y - orb.y) < reach) {
                int last = Math.min(row.width() - 1, (int) (orb.x + reach));
                for (int x = Math.max(0, (int) (orb.x - reach)); x <= last; x++) {
                    paint(
                            orb,
                            (x + 0.5f - orb.x) / orb.radius,
                            (y + 0.5f - orb.y) / orb.radius,
                            x,
                            row);
                }
            }
        }
    }

    /** dx and dy are in radii, from the centre. */
    private void paint(Orb orb, float dx, float dy, int x, LabRow row) {
        float distance = (float) Math.sqrt(dx * dx + dy * dy);
        float outside = distance - 1;
        float edge = 1 - Curves.smooth(0, 1.2f, Math.max(outside, 0));
        row.mix(x, ramp.at(dark ? 0.78f : 0.4f), 0.3f * Curves.decay(outside * 3.2f) * edge);
        float cover = Math.clamp(0.5f - outside * orb.radius, 0f, 1f);
        if (cover > 0) {
            row.mix(x, surface(dx, dy), cover);
        }
    }

    private Lab surface(float dx, float dy) {
        float height = (float) Math.sqrt(Math.max(0, 1 - dx * dx - dy * dy));
        float light = Math.max(0, dx * LIGHT_X + dy * LIGHT_Y + height * LIGHT_Z);
        float rim = (1 - height) * (1 - height) * (1 - height);
        float place = 0.2f + 0.78f * light * (0.65f + 0.35f * light) + 0.22f * rim;
        return ramp.at(dark ? place : 1.04f - place);
    }
}
