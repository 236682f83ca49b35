package dev.pixapi.provider.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Sets a text as large as its place allows, at the bottom left of it. */
final class TypeSetter {
    private static final double LARGEST = 0.205;
    private static final double COMFORTABLE = 0.034;
    private static final double SMALLEST = 0.0172;
    private static final double SMALLEST_PIXELS = 12;
    private static final double STEP = 0.955;
    private static final double NARROWEST_COLUMN = 25;
    private static final double COLUMN_GAP = 2;

    private final Frame frame;
    private final Fonts fonts;

    TypeSetter(Frame frame, Fonts fonts) {
        this.frame = frame;
        this.fonts = fonts;
    }

    /** Lines in columns, all of one style. */
    private record Block(
            List<Line> lines, TypeStyle style, Typeface typeface, int columns, double measure) {

        int rows() {
            return (lines.size() + columns - 1) / columns;
        }
    }

    /** The text's lines with their places; large text leaves a part of the box to the picture. */
    List<SetLine> set(List<String> text, Box box) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Paragraph> display = measured(text, fonts.display());
        List<Paragraph> plain = measured(text, fonts.text());
        double smallest = Math.max(SMALLEST * frame.scale(), SMALLEST_PIXELS);
        for (double size = LARGEST * frame.scale(); ; size *= STEP) {
            boolean last = size * STEP < smallest;
            TypeStyle style = TypeStyle.of(Math.max(size, smallest), frame.scale());
            boolean large = size > COMFORTABLE * frame.scale() && !last;
            Box place = large ? headline(box) : box;
            Block block = block(style.display() ? display : plain, style, place);
            boolean good = isComplete(block) && (!large || isHandsome(block, frame));
            if (good || last) {
                return place(block, box);
            }
        }
    }

    private static List<Paragraph> measured(List<String> text, Typeface typeface) {
        return text.stream().map(paragraph -> new Paragraph(paragraph, typeface)).toList();
    }

    /** The part of the box that large type may fill. */
    private Box headline(Box box) {
        double width = frame.isWide() ? 0.57 : 0.97;
        double height = frame.isWide() ? 0.86 : box.height() > 1.3 * box.width() ? 0.5 : 0.64;
        return new Box(box.x(), box.y(), width * box.width(), height * box.height());
    }

    private Block block(List<Paragraph> text, TypeStyle style, Box box) {
        double em = box.width() / style.size();
        int columns =
                Math.clamp((long) ((em + COLUMN_GAP) / (NARROWEST_COLUMN + COLUMN_GAP)), 1, 5);
        double measure = (em - (columns - 1) * COLUMN_GAP) / columns;
        int rows = Math.max(1, 1 + (int) ((box.height() - style.size()) / style.lineHeight()));
        var broken = LineBreaker.breakLines(text, measure, style.tracking(), rows * columns);
        if (columns == 1 && broken.complete() && broken.lines().size() <= 9) {
            measure = balanced(text, style, broken, measure);
            broken = LineBreaker.breakLines(text, measure, style.tracking(), rows);
        }
        return new Block(broken.lines(), style, fonts.of(style), columns, measure);
    }

    /** The least measure that gives no more lines: lines of a headline then are of like length. */
    private static double balanced(
            List<Paragraph> text, TypeStyle style, LineBreaker.Broken wide, double measure) {
        int lines = wide.lines().size();
        double low = 0.4 * measure;
        double high = measure;
        for (int i = 0; i < 9; i++) {
            double middle = (low + high) / 2;
            var narrow = LineBreaker.breakLines(text, middle, style.tracking(), lines);
            if (narrow.complete() && narrow.wordsWhole() == wide.wordsWhole()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean isComplete(Block block) {
        return !block.lines.getLast().cut();
    }

    /** Large type keeps words whole; the largest also leaves no small word on a line of its own. */
    private static boolean isHandsome(Block block, Frame frame) {
        boolean largest = block.style.size() > 0.08 * frame.scale();
        return !splitsWords(block) && !(largest && hasStrayWord(block));
    }

    /** True if a line that breaks within its paragraph is far shorter than the longest. */
    private static boolean hasStrayWord(Block block) {
        double tracking = block.style.tracking();
        double longest = block.lines.stream().mapToDouble(l -> l.width(tracking)).max().orElse(0);
        return block.lines.stream()
                .filter(line -> line.to() < line.paragraph().length())
                .anyMatch(line -> line.width(tracking) < 0.4 * longest);
    }

    private static boolean splitsWords(Block block) {
        return block.lines.stream()
                .anyMatch(
                        line ->
                                line.to() < line.paragraph().length()
                                        && !line.paragraph().mayBreakBefore(line.to())
                                        && !line.paragraph().isSpace(line.to()));
    }

    private List<SetLine> place(Block block, Box box) {
        TypeStyle style = block.style;
        int rows = block.rows();
        double first = box.bottom() - 0.26 * style.size() - (rows - 1) * style.lineHeight();
        List<SetLine> set = new ArrayList<>();
        for (int i = 0; i < block.lines.size(); i++) {
            int row = i % rows;
            int column = i / rows;
            double baseline = first + row * style.lineHeight();
            double x = start(block, block.lines.get(i), box, column);
            set.add(new SetLine(block.lines.get(i), style, block.typeface, x, baseline));
        }
        return set;
    }

    /** A line starts at the left of its column; one that runs to the left ends at the right. */
    private static double start(Block block, Line line, Box box, int column) {
        double size = block.style.size();
        double left = box.x() + column * (block.measure + COLUMN_GAP) * size;
        if (!line.paragraph().isRightToLeft()) {
            return left;
        }
        double right = block.columns == 1 ? box.right() : left + block.measure * size;
        return right - SetLine.width(line, block.style, block.typeface);
    }
}
