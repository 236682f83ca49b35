package dev.pixapi.provider.sandbox;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * A line with its place.
 *
 * @param x where it starts, in pixels
 * @param baseline in pixels
 */
record SetLine(Line line, TypeStyle style, Typeface typeface, double x, double baseline) {

    /** Its width in pixels, with the ellipsis if there is one. */
    static double width(Line line, TypeStyle style, Typeface typeface) {
        double ellipsis = line.cut() ? typeface.letter('…').advance() : 0;
        return style.size() * (line.width(style.tracking()) - style.tracking() + ellipsis);
    }

    double right() {
        return x + width(line, style, typeface);
    }

    /** What lies under the line. */
    Box ground() {
        return new Box(x, baseline - style.size(), right() - x, 1.3 * style.size());
    }

    /** All letters of the line as one shape. */
    Path2D outline() {
        Path2D path = new Path2D.Double();
        Paragraph paragraph = line.paragraph();
        int[] order = paragraph.visualOrder(line.from(), line.to());
        Letter ellipsis = typeface.letter('…');
        double pen = 0;
        if (line.cut() && paragraph.isRightToLeft()) {
            append(path, ellipsis, pen);
            pen += ellipsis.advance();
        }
        for (int i = 0; i < order.length; i++) {
            boolean follows = i > 0 && order[i] == order[i - 1] + 1;
            pen += follows ? paragraph.kerningBefore(order[i]) : 0;
            Letter letter = paragraph.letter(order[i]);
            append(path, letter, pen);
            pen += letter.advance() + style.tracking();
        }
        if (line.cut() && !paragraph.isRightToLeft()) {
            append(path, ellipsis, pen);
        }
        return path;
    }

    private void append(Path2D path, Letter letter, double pen) {
        AffineTransform place =
                AffineTransform.getTranslateInstance(x + pen * style.size(), baseline);
        place.scale(style.size(), style.size());
        path.append(letter.outline().getPathIterator(place), false);
    }
}
