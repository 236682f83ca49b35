package dev.pixapi.provider.sandbox;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The small print under a hairline: what was asked for, and the mark that says "sandbox". */
final class Footer {
    private static final String MARK = "sandbox";
    private static final double SPACE = 1.5;
    private static final double ROW = 1.75;

    private final TypeStyle style;
    private final Typeface typeface;
    private final double width;
    private final List<List<Line>> rows = new ArrayList<>();
    private final Line mark;

    Footer(Poster poster, Frame frame, Fonts fonts) {
        double size = Math.max(11, 0.0168 * frame.scale());
        this.style = new TypeStyle(size, false, 0.004, ROW);
        this.typeface = fonts.text();
        this.width = frame.width() - 2 * frame.margin();
        this.mark = line(MARK);
        flow(
                List.of(
                        poster.model(),
                        poster.width() + " × " + poster.height(),
                        poster.quality() + " quality",
                        "image " + (poster.index() + 1L)));
        if (rowWidth(rows.getLast()) + markWidth() + SPACE * size > width) {
            rows.add(List.of());
        }
    }

    private void flow(List<String> parts) {
        List<Line> row = new ArrayList<>();
        for (String part : parts) {
            List<Line> longer = new ArrayList<>(row);
            longer.add(line(part));
            if (!row.isEmpty() && rowWidth(longer) > width) {
                rows.add(row);
                longer = List.of(longer.getLast());
            }
            row = new ArrayList<>(longer);
        }
        rows.add(row);
    }

    /** One line of the text, cut where the picture ends. */
    private Line line(String text) {
        String visible = Prose.paragraphs(text).stream().findFirst().orElse("–");
        Paragraph paragraph = new Paragraph(visible, typeface);
        return LineBreaker.breakLines(List.of(paragraph), width / style.size(), 0, 1)
                .lines()
                .getFirst();
    }

    private double rowWidth(List<Line> row) {
        double sum = row.stream().mapToDouble(this::lineWidth).sum();
        return sum + SPACE * style.size() * Math.max(0, row.size() - 1);
    }

    private double lineWidth(Line line) {
        return SetLine.width(line, style, typeface);
    }

    private double markWidth() {
        return lineWidth(mark) + 1.5 * style.size();
    }

    double height() {
        return rows.size() * style.lineHeight() + 0.75 * style.size();
    }

    /** The shapes of the footer whose lower left corner is here, in pixels. */
    List<Shape> shapes(double x, double bottom) {
        List<Shape> shapes = new ArrayList<>();
        double hairline = Math.max(1, 0.0011 * width);
        shapes.add(new Rectangle2D.Double(x, bottom - height(), width, hairline));
        double baseline = bottom - 0.36 * style.size() - (rows.size() - 1) * style.lineHeight();
        for (List<Line> row : rows) {
            double pen = x;
            for (Line line : row) {
                shapes.add(new SetLine(line, style, typeface, pen, baseline).outline());
                pen += lineWidth(line) + SPACE * style.size();
            }
            baseline += style.lineHeight();
        }
        double last = baseline - style.lineHeight();
        addMark(shapes, rows.getLast().isEmpty() ? x : x + width - markWidth(), last);
        return shapes;
    }

    private void addMark(List<Shape> shapes, double x, double baseline) {
        double size = style.size();
        float stroke = (float) Math.max(1, 0.075 * size);
        double height = 1.5 * size;
        shapes.add(
                new BasicStroke(stroke)
                        .createStrokedShape(
                                new RoundRectangle2D.Double(
                                        x + stroke / 2,
                                        baseline - 0.36 * size - height / 2,
                                        markWidth() - stroke,
                                        height,
                                        height,
                                        height)));
        shapes.add(new SetLine(mark, style, typeface, x + 0.75 * size, baseline).outline());
    }
}
