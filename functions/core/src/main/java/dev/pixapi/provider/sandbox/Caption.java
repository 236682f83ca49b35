package dev.pixapi.provider.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small card at the upper left that says what was done to the picture: at the lower left the
 * sandbox's own posters have their words.
 */
record Caption(Plate plate, List<SetLine> lines) {
    private static final int MOST_LINES = 3;
    private static final double LEAST_WIDTH = 240;

    /** A caption covers no more of the picture's height than this. */
    private static final double MOST_HEIGHT = 0.4;

    /** Empty where the picture is too small for one. */
    static Optional<Caption> of(Poster poster, Frame frame, Palette palette, Fonts fonts) {
        double size = Math.max(13, 0.03 * frame.scale());
        double margin = poster.transparent() ? 1.7 * frame.margin() : frame.margin();
        double most = frame.width() - 2 * margin;
        double measure = Math.min(most, Math.max(LEAST_WIDTH, 0.42 * frame.width())) - 2 * size;
        List<SetLine> lines = new ArrayList<>();
        double baseline = 0.55 * size;
        for (Part part : parts(poster, size, fonts, measure)) {
            baseline += part.style().lineHeight();
            lines.add(new SetLine(part.line(), part.style(), part.typeface(), 0, baseline));
        }
        double width = lines.stream().mapToDouble(SetLine::right).max().orElse(0) + 2 * size;
        double height = baseline + 0.95 * size;
        if (width > most + 1 || height > MOST_HEIGHT * frame.height()) {
            return Optional.empty();
        }
        Box box = new Box(margin, margin, width, height);
        Plate plate = new Plate(box, 0.6 * size, palette.ramp().getFirst());
        return Optional.of(new Caption(plate, placed(lines, box, size)));
    }

    private record Part(Line line, TypeStyle style, Typeface typeface) {}

    /** The prompt, and under it in small print what made the picture. */
    private static List<Part> parts(Poster poster, double size, Fonts fonts, double measure) {
        TypeStyle large = new TypeStyle(size, true, -0.01, 1.22);
        TypeStyle small = new TypeStyle(Math.max(11, 0.56 * size), false, 0.004, 1.75);
        String print = "sandbox edit · " + poster.model() + " · image " + (poster.index() + 1L);
        return Stream.concat(
                        parts(poster.prompt(), large, fonts.display(), measure),
                        parts(print, small, fonts.text(), measure))
                .toList();
    }

    private static Stream<Part> parts(
            String text, TypeStyle style, Typeface typeface, double measure) {
        int most = style.display() ? MOST_LINES : 1;
        List<Paragraph> paragraphs =
                Prose.paragraphs(text).stream().map(p -> new Paragraph(p, typeface)).toList();
        return LineBreaker.breakLines(paragraphs, measure / style.size(), style.tracking(), most)
                .lines()
                .stream()
                .map(line -> new Part(line, style, typeface));
    }

    /** Lines start at the left; those that run to the left end at the right. */
    private static List<SetLine> placed(List<SetLine> lines, Box box, double inset) {
        return lines.stream()
                .map(
                        line ->
                                new SetLine(
                                        line.line(),
                                        line.style(),
                                        line.typeface(),
                                        line.line().paragraph().isRightToLeft()
                                                ? box.right() - inset - line.right()
                                                : box.x() + inset,
                                        box.y() + line.baseline()))
                .toList();
    }

    void draw(Graphics2D pen, Palette palette) {
        plate.draw(pen);
        pen.setColor(new Color(palette.ink()));
        lines.forEach(line -> pen.fill(line.outline()));
    }
}
