package dev.pixapi.provider.sandbox;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;

/** A paragraph as letters, measured once in em; breaking it into lines only adds and compares. */
final class Paragraph {
    private final Letter[] letters;
    private final boolean[] breakBefore;
    private final boolean[] space;
    private final byte[] levels;
    private final double[] pen;
    private final boolean rightToLeft;

    Paragraph(String text, Typeface typeface) {
        int[] codePoints = text.codePoints().toArray();
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        BitSet breaks = breaks(text);
        this.rightToLeft = !bidi.baseIsLeftToRight();
        this.letters = new Letter[codePoints.length];
        this.breakBefore = new boolean[codePoints.length];
        this.space = new boolean[codePoints.length];
        this.levels = new byte[codePoints.length];
        this.pen = new double[codePoints.length + 1];
        int offset = 0;
        for (int i = 0; i < letters.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(offset);
            breakBefore[i] = breaks.get(offset);
            space[i] = codePoints[i] == ' ';
            letters[i] = typeface.letter(mirrored(codePoints[i], levels[i]));
            double kerning = i == 0 ? 0 : typeface.kerning(letters[i - 1], letters[i]);
            pen[i] += kerning;
            pen[i + 1] = pen[i] + letters[i].advance();
            offset += Character.charCount(codePoints[i]);
        }
    }

    /** The places in the text where a line may end; asking the iterator for each is far slower. */
    private static BitSet breaks(String text) {
        BreakIterator iterator = BreakIterator.getLineInstance(Locale.ROOT);
        iterator.setText(text);
        BitSet breaks = new BitSet(text.length());
        for (int place = iterator.next(); place != BreakIterator.DONE; place = iterator.next()) {
            breaks.set(place);
        }
        return breaks;
    }

    /** Brackets open towards the text they hold, so they turn where text runs to the left. */
    private static int mirrored(int codePoint, byte level) {
        if (level % 2 == 0) {
            return codePoint;
        }
        int pair = "()[]{}<>«»‹›".indexOf(codePoint);
        return pair < 0 ? codePoint : "()[]{}<>«»‹›".charAt(pair ^ 1);
    }

    int length() {
        return letters.length;
    }

    Letter letter(int index) {
        return letters[index];
    }

    boolean isSpace(int index) {
        return space[index];
    }

    boolean mayBreakBefore(int index) {
        return breakBefore[index];
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    /** What the pen does before this letter beyond the advance of the one before. */
    double kerningBefore(int index) {
        return pen[index] - (index == 0 ? 0 : pen[index - 1] + letters[index - 1].advance());
    }

    /** The width of some letters in em, with tracking after each of them. */
    double width(int from, int to, double tracking) {
        return pen[to] - pen[from] + tracking * (to - from);
    }

    /** The letters of a line from left to right, as indexes. */
    int[] visualOrder(int from, int to) {
        Integer[] order = new Integer[to - from];
        for (int i = 0; i < order.length; i++) {
            order[i] = from + i;
        }
        Bidi.reorderVisually(levels, from, order, 0, order.length);
        int[] indexes = new int[order.length];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = order[i];
        }
        return indexes;
    }
}
