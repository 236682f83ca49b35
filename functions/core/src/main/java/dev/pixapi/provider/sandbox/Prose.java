package dev.pixapi.provider.sandbox;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Any text, made fit to be set: paragraphs of words with single spaces between them. */
final class Prose {
    /** Unicode's line ends: LF, VT, FF, CR, CRLF, NEL, line and paragraph separator. */
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final int NO_BREAK_SPACE = 0xa0;
    private static final int REPLACEMENT = 0xfffd;

    private Prose() {}

    /** The text's paragraphs; none is empty, and there are none if there is nothing to see. */
    static List<String> paragraphs(String text) {
        return Arrays.stream(LINE_END.split(Normalizer.normalize(text, Normalizer.Form.NFC)))
                .map(Prose::clean)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String clean(String paragraph) {
        StringBuilder clean = new StringBuilder(paragraph.length());
        paragraph.codePoints().forEach(codePoint -> append(clean, codePoint));
        return clean.toString().strip();
    }

    private static void append(StringBuilder clean, int codePoint) {
        if (isSpace(codePoint)) {
            if (clean.isEmpty() || clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        } else if (!isInvisible(codePoint)) {
            clean.appendCodePoint(isHalfPair(codePoint) ? REPLACEMENT : codePoint);
        }
    }

    private static boolean isSpace(int codePoint) {
        return codePoint != NO_BREAK_SPACE
                && (Character.isSpaceChar(codePoint)
                        || Character.getType(codePoint) == Character.CONTROL);
    }

    private static boolean isHalfPair(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    /**
     * Joiners, direction marks, variation selectors and skin tones only change their neighbours.
     */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff)
                || (codePoint >= 0xe0000 && codePoint <= 0xe01ef);
    }
}
