package dev.pixapi.provider.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** A card that lies on a picture, with a soft shadow around it. */
record Plate(Box box, double corner, int colour) {
    private static final int SHADOWS = 8;

    void draw(Graphics2D pen) {
        double step = Math.max(0.5, 0.16 * corner);
        pen.setColor(new Color(0, 0, 0, 12));
        for (int i = SHADOWS; i > 0; i--) {
            pen.fill(grown(i * step, 0.5 * SHADOWS * step));
        }
        pen.setColor(new Color(colour));
        pen.fill(grown(0, 0));
    }

    private RoundRectangle2D grown(double by, double down) {
        double round = 2 * (corner + by);
        return new RoundRectangle2D.Double(
                box.x() - by,
                box.y() - by + down,
                box.width() + 2 * by,
                box.height() + 2 * by,
                round,
                round);
    }
}
