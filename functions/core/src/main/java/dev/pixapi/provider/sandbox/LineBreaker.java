package dev.pixapi.provider.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Breaks paragraphs into lines: at spaces where it can, inside a word that is too long. */
final class LineBreaker {
    private static final double ELLIPSIS_ROOM = 1;

    private final double measure;
    private final double tracking;
    private final int maxLines;
    private final List<Line> lines = new ArrayList<>();
    private boolean complete = true;
    private boolean wordsWhole = true;

    /**
     * What came out.
     *
     * @param complete false if the text was cut
     * @param wordsWhole false if a word had to be split
     */
    record Broken(List<Line> lines, boolean complete, boolean wordsWhole) {}

    private LineBreaker(double measure, double tracking, int maxLines) {
        this.measure = measure;
        this.tracking = tracking;
        this.maxLines = maxLines;
    }

    /** Measure (the width of a line) and tracking are in em. */
    static Broken breakLines(
            List<Paragraph> paragraphs, double measure, double tracking, int maxLines) {
        LineBreaker breaker = new LineBreaker(measure, tracking, maxLines);
        for (int i = 0; i < paragraphs.size() && breaker.complete; i++) {
            breaker.add(paragraphs.get(i));
        }
        return new Broken(List.copyOf(breaker.lines), breaker.complete, breaker.wordsWhole);
    }

    private void add(Paragraph paragraph) {
        int from = 0;
        while (from < paragraph.length()) {
            if (lines.size() == maxLines) {
                cut();
                return;
            }
            int to = end(paragraph, from);
            lines.add(new Line(paragraph, from, trimmed(paragraph, from, to), false));
            from = to;
            while (from < paragraph.length() && paragraph.isSpace(from)) {
                from++;
            }
        }
    }

    /** The end of the line that starts here, perhaps with a space before it. */
    private int end(Paragraph paragraph, int from) {
        int to = from;
        int lastBreak = from;
        while (to < paragraph.length() && fits(paragraph, from, to)) {
            to++;
            if (to < paragraph.length() && paragraph.mayBreakBefore(to)) {
                lastBreak = to;
            }
        }
        if (to == paragraph.length()) {
            return to;
        }
        if (lastBreak > from) {
            return lastBreak;
        }
        wordsWhole = false;
        return Math.max(to, from + 1);
    }

    private boolean fits(Paragraph paragraph, int from, int last) {
        return paragraph.isSpace(last)
                || paragraph.width(from, last + 1, tracking) - tracking <= measure;
    }

    private static int trimmed(Paragraph paragraph, int from, int to) {
        int end = to;
        while (end > from && paragraph.isSpace(end - 1)) {
            end--;
        }
        return end;
    }

    private void cut() {
        complete = false;
        Line last = lines.removeLast();
        int to = last.to();
        while (to > last.from() + 1
                && last.paragraph().width(last.from(), to, tracking) > measure - ELLIPSIS_ROOM) {
            to--;
        }
        int end = trimmed(last.paragraph(), last.from(), to);
        lines.add(new Line(last.paragraph(), last.from(), end, true));
    }
}
