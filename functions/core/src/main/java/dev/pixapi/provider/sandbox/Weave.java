package dev.pixapi.provider.sandbox;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A veil of fine threads that opens, twists and closes again. */
final class Weave implements Motif {
    private static final int JOINTS = 180;

    private final List<Shape> threads = new ArrayList<>();

    /** The middle of the veil, its opening and its twist, from left to right. */
    private record Veil(Profile middle, Profile opening, Profile twist) {}

    Weave(Scene scene, RandomGenerator random) {
        Frame frame = scene.frame();
        double wave = JOINTS * Math.clamp(0.9 * frame.scale() / frame.width(), 0.3, 1.2);
        Veil veil =
                new Veil(
                        Curves.swell(JOINTS + 1, wave * 1.3, 0.3, random),
                        Curves.swell(JOINTS + 1, wave, 0.25, random),
                        Curves.swell(JOINTS + 1, wave * 0.8, 0.2, random));
        int count = scene.richness().choose(22, 44, 80);
        double tilt = random.nextDouble(-0.5, -0.15);
        for (int i = 0; i < count; i++) {
            threads.add(thread(frame, veil, tilt, 2.0 * i / (count - 1) - 1));
        }
    }

    /** A thread's place runs from −1 to 1 across the veil. */
    private static Shape thread(Frame frame, Veil veil, double tilt, double place) {
        double reach = Math.min(frame.height(), frame.scale());
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= JOINTS; i++) {
            double along = i / (double) JOINTS;
            double x = frame.width() * (1.1 * along - 0.05);
            double bend = StrictMath.sin(2.2 * place + 2.6 * veil.twist.at(i));
            double y =
                    frame.height() * (frame.focusY() + 0.08)
                            + reach * 0.13 * veil.middle.at(i)
                            + reach * tilt * (along - 0.5)
                            + reach * (0.2 + 0.13 * veil.opening.at(i)) * bend;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    @Override
    public List<Shape> lines() {
        return List.copyOf(threads);
    }

    /** The threads are everything: the ground stays as it is. */
    @Override
    public void paintRow(int y, LabRow row) {}
}
