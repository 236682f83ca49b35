package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

final class PosterPainterTest {
    private static final PosterPainter PAINTER = new PosterPainter();
    private static final Poster POSTER =
            new Poster("gpt-image-2", "A paper boat", 256, 192, "high", false, 0);

    @Test
    void equalPostersArePaintedTheSame() {
        assertArrayEquals(pixels(POSTER), pixels(POSTER));
        assertArrayEquals(pixels(POSTER), pixelsBy(new PosterPainter(), POSTER));
    }

    @Test
    void whateverIsAskedForDifferentlyIsPaintedDifferently() {
        int[] original = pixels(POSTER);
        for (Poster other :
                List.of(
                        poster("nano-banana", "A paper boat", "high", 0),
                        poster("gpt-image-2", "A paper goat", "high", 0),
                        poster("gpt-image-2", "A paper boat", "low", 0),
                        poster("gpt-image-2", "A paper boat", "medium", 0),
                        poster("gpt-image-2", "A paper boat", "auto", 0),
                        poster("gpt-image-2", "A paper boat", "high", 1))) {
            assertFalse(Arrays.equals(original, pixels(other)), other.toString());
        }
    }

    @Test
    void theImagesOfARequestShareTheirPalette() {
        Poster second = poster("gpt-image-2", "A paper boat", "high", 1);
        assertEquals(
                Palette.pick(PosterSeed.palette(POSTER)), Palette.pick(PosterSeed.palette(second)));
    }

    @ParameterizedTest
    @CsvSource({"512,512", "352,2928", "2928,366", "1536,1024", "1,1", "1,40", "90,7"})
    void thePictureHasTheAskedSize(int width, int height) {
        for (boolean transparent : new boolean[] {false, true}) {
            BufferedImage image =
                    PAINTER.paint(new Poster("m", "Hello", width, height, "low", transparent, 0));
            assertEquals(width, image.getWidth());
            assertEquals(height, image.getHeight());
            assertEquals(transparent, image.getColorModel().hasAlpha());
        }
    }

    @Test
    void aTransparentPictureIsACardWithClearCorners() {
        BufferedImage card = PAINTER.paint(new Poster("m", "Hello", 300, 200, "high", true, 0));
        for (int x : new int[] {0, 299}) {
            for (int y : new int[] {0, 199}) {
                assertEquals(0, card.getRGB(x, y) >>> 24);
            }
        }
        assertEquals(255, card.getRGB(150, 100) >>> 24);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\r\t\0\u2028",
                "\u200d\ufe0f",
                "猫🐱👩‍🚀 مرحبا שלום (x)",
                "\ud800 half a pair \udc00",
                "a\u0301\u0302\u0303\u0489",
                "\uffff\ue000\u0378"
            })
    void anyTextIsPainted(String prompt) {
        for (String model : List.of(prompt, "gpt-image-2")) {
            int[] pixels = pixels(new Poster(model, prompt, 200, 150, "low", false, 0));
            assertTrue(Arrays.stream(pixels).distinct().count() > 100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "x", "\n", "猫", "א", "\u0301"})
    void theLongestPromptIsPainted(String part) {
        String prompt = part.repeat(32_000 / part.length());
        assertEquals(512 * 512, pixels(new Poster("m", prompt, 512, 512, "low", false, 0)).length);
    }

    @Test
    void aPosterChecksItself() {
        assertThrows(IllegalArgumentException.class, () -> sized(0, 1));
        assertThrows(IllegalArgumentException.class, () -> sized(1, 16_384));
        assertThrows(IllegalArgumentException.class, () -> poster("m", "p", "low", -1));
    }

    private static Poster sized(int width, int height) {
        return new Poster("m", "p", width, height, "low", false, 0);
    }

    private static Poster poster(String model, String prompt, String quality, int index) {
        return new Poster(model, prompt, 256, 192, quality, false, index);
    }

    private static int[] pixels(Poster poster) {
        return pixelsBy(PAINTER, poster);
    }

    private static int[] pixelsBy(PosterPainter painter, Poster poster) {
        BufferedImage image = painter.paint(poster);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
