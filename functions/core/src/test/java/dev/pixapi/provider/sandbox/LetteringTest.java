package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

final class LetteringTest {
    private static final Fonts FONTS = Fonts.load();
    private static final Frame SQUARE = Frame.of(1024, 1024);
    private static final Box BOX = new Box(70, 70, 884, 780);

    @ParameterizedTest
    @CsvSource({"1024,1024", "512,512", "352,2928", "2928,366", "4096,4096"})
    void inkKeepsItsDistanceFromTheEdge(int width, int height) {
        Frame frame = Frame.of(width, height);
        Poster poster =
                new Poster(
                        "a-model-with-a-long-name",
                        "Words ".repeat(900),
                        width,
                        height,
                        "high",
                        false,
                        0);
        double least = 0.6 * frame.margin();
        Rectangle2D room =
                new Rectangle2D.Double(least, least, width - 2 * least, height - 2 * least);
        for (var shape : Lettering.of(poster, frame, FONTS).shapes()) {
            Rectangle2D bounds = shape.getBounds2D();
            assertTrue(bounds.isEmpty() || room.contains(bounds), bounds.toString());
        }
    }

    @Test
    void noSmallWordStandsAloneAtTheHeadOfLargeType() {
        SetLine first = set("A lighthouse on a basalt cliff at dawn").getFirst();
        assertTrue(first.line().to() > 1);
    }

    @Test
    void shortTextIsLargeAndLongTextIsSmall() {
        double word = set("cat").getFirst().style().size();
        double sentence = set("A lighthouse on a basalt cliff at dawn").getFirst().style().size();
        double essay = set("Many words ".repeat(2900)).getFirst().style().size();
        assertTrue(word > sentence && sentence > essay);
        assertTrue(essay >= 17, "legible: " + essay);
    }

    @Test
    void textThatDoesNotFitEndsWithAnEllipsis() {
        assertTrue(set("Many words ".repeat(2900)).getLast().line().cut());
        assertFalse(set("Many words ".repeat(30)).getLast().line().cut());
    }

    @Test
    void aWordIsSplitOnlyIfNoSizeHoldsIt() {
        assertEquals(1, set("Straßenbahn").size());
        assertTrue(set("x".repeat(500)).size() > 1);
    }

    @Test
    void aNewlineBreaksTheLine() {
        assertEquals(List.of("one", "two three"), Prose.paragraphs("\n one\r\n\n two \t three\0 "));
        assertEquals(2, set("one\ntwo").size());
    }

    @Test
    void hebrewRunsFromRightToLeftAndItsBracketsTurn() {
        Paragraph paragraph = new Paragraph("(א) b", FONTS.display());
        assertTrue(paragraph.isRightToLeft());
        assertEquals(
                List.of(4, 3, 2, 1, 0),
                Arrays.stream(paragraph.visualOrder(0, 5)).boxed().toList());
        assertEquals(FONTS.display().letter(')'), paragraph.letter(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {'A', 'ß', 'ő', 'Ж', 'ґ', 'Ω', 'ή', 'ḗ', 'ש', '€', '→', '…'})
    void theFontsHaveTheLettersOfEurope(int codePoint) {
        assertInstanceOf(Glyph.class, FONTS.display().letter(codePoint));
        assertInstanceOf(Glyph.class, FONTS.text().letter(codePoint));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x732b, 0x1f431, 0x639, 0x10ffff})
    void otherLettersAreChipsOfOneWidth(int codePoint) {
        Letter chip = FONTS.display().letter(codePoint);
        assertInstanceOf(Chip.class, chip);
        assertTrue(chip.outline().getBounds2D().getWidth() <= chip.advance());
    }

    @Test
    void neighboursAreKerned() {
        Typeface typeface = FONTS.display();
        assertTrue(typeface.kerning(typeface.letter('T'), typeface.letter('o')) < 0);
    }

    private static List<SetLine> set(String prompt) {
        return new TypeSetter(SQUARE, FONTS).set(Prose.paragraphs(prompt), BOX);
    }
}
