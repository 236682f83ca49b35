package dev.pixapi.provider.sandbox;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * What stands for a character that no font has: a rounded frame with its code in two lines. Drawn
 * only when it is seen: there are a million such characters, and a prompt may hold many.
 */
record Chip(int codePoint, Typeface typeface) implements Letter {
    private static final double WIDTH = 0.92;
    private static final double HEIGHT = 0.84;
    private static final double GAP = 0.05;
    private static final double BOTTOM = 0.07;
    private static final double ROUND = 0.36;
    private static final float STROKE = 0.032f;
    private static final double UPPER_LINE = -0.395;
    private static final double LOWER_LINE = -0.1;

    @Override
    public double advance() {
        return WIDTH + 2 * GAP;
    }

    @Override
    public Shape outline() {
        String code = String.format(Locale.ROOT, "%04X", codePoint);
        int half = code.length() / 2;
        Path2D path = new Path2D.Double(frame());
        path.append(digits(code.substring(0, half), UPPER_LINE), false);
        path.append(digits(code.substring(half), LOWER_LINE), false);
        return path;
    }

    private static Shape frame() {
        double inset = STROKE / 2.0;
        return new BasicStroke(STROKE)
                .createStrokedShape(
                        new RoundRectangle2D.Double(
                                GAP + inset,
                                BOTTOM + inset - HEIGHT,
                                WIDTH - STROKE,
                                HEIGHT - STROKE,
                                ROUND,
                                ROUND));
    }

    private Path2D digits(String digits, double baseline) {
        double size = digits.length() == 2 ? 0.28 : 0.26;
        List<Letter> letters = digits.chars().mapToObj(typeface::letter).toList();
        double total = letters.stream().mapToDouble(Letter::advance).sum();
        double pen = GAP + (WIDTH - total * size) / 2;
        Path2D path = new Path2D.Double();
        for (Letter letter : letters) {
            AffineTransform place = AffineTransform.getTranslateInstance(pen, baseline);
            place.scale(size, size);
            path.append(letter.outline().getPathIterator(place), false);
            pen += letter.advance() * size;
        }
        return path;
    }
}
