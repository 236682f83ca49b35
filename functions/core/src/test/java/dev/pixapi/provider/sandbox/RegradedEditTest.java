package dev.pixapi.provider.sandbox;

import static dev.pixapi.provider.sandbox.TestingPictures.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Without a mask, an edit gives the whole picture other colours. */
final class RegradedEditTest {
    private static final TestingEdits EDITS = new TestingEdits();
    private static final BufferedImage PHOTO = TestingPictures.photo(480, 360);

    @ParameterizedTest
    @ValueSource(
            strings = {"Autumn", "A cold winter night", "Neon", "חורף", "Spring", "Moss", "Chalk"})
    void thePictureIsRecognisedAndLooksDifferent(String prompt) {
        BufferedImage after =
                EDITS.picture(TestingPictures.request(prompt), TestingPictures.inputs(PHOTO));
        int[] before = belowTheCaption(PHOTO);
        int[] edited = belowTheCaption(after);
        assertTrue(correlation(light(before), light(edited)) > 0.9, "correlation");
        assertTrue(meanDifference(before, edited) > 12, "difference");
    }

    private static int[] belowTheCaption(BufferedImage image) {
        int top = image.getHeight() / 3;
        return pixels(image.getSubimage(0, top, image.getWidth(), image.getHeight() - top));
    }

    @Test
    void correlationTellsPicturesApart() {
        double[] light = light(pixels(PHOTO));
        double[] other = light(pixels(TestingPictures.photo(360, 480)));
        assertEquals(1, correlation(light, light), 1e-9);
        assertTrue(correlation(light, other) < 0.4);
    }

    @Test
    void theSameRequestAndBytesGiveTheSameFile() {
        ImageRequest request = TestingPictures.request("Autumn");
        Inputs inputs = TestingPictures.inputs(PHOTO, PHOTO);
        assertArrayEquals(
                EDITS.file(request, inputs, 0), new TestingEdits().file(request, inputs, 0));
    }

    @Test
    void otherPromptsPicturesAndIndexesGiveOtherFiles() {
        Inputs inputs = TestingPictures.inputs(PHOTO);
        ImageRequest two =
                TestingPictures.request(
                        "Autumn", 2, TestingPictures.output(ImageFormat.PNG, Background.AUTO));
        List<byte[]> files =
                List.of(
                        EDITS.file(two, inputs, 0),
                        EDITS.file(two, inputs, 1),
                        EDITS.file(TestingPictures.request("Spring"), inputs, 0),
                        EDITS.file(two, TestingPictures.inputs(PHOTO, PHOTO), 0));
        assertEquals(4, files.stream().map(Arrays::hashCode).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({
        "480, 360, 480, 360",
        "3072, 1024, 1536, 512",
        "1000, 2000, 768, 1536",
        "1, 1, 1, 1",
        "64, 64, 64, 64",
        "3000, 20, 1536, 10"
    })
    void withoutASizeItIsThePicturesOwnUpToTheModels(int width, int height, int w, int h) {
        BufferedImage after =
                EDITS.picture(
                        TestingPictures.request("Size"),
                        TestingPictures.inputs(TestingPictures.photo(width, height)));
        assertEquals(w + "x" + h, after.getWidth() + "x" + after.getHeight());
    }

    @Test
    void anAskedSizeIsCoveredByTheMiddleOfThePicture() {
        BufferedImage flag =
                TestingPictures.picture(
                        1, 300, 100, (x, _) -> x < 100 ? 0 : x < 200 ? 0xffffff : 0);
        ImageSize square =
                new ImageSize(Tier.ONE_K, new Dimensions(200, 200), Optional.empty(), false);
        Inputs inputs =
                TestingPictures.masked(
                        flag, TestingPictures.picture(2, 300, 100, (_, _) -> 0xff000000));
        BufferedImage after =
                EDITS.picture(
                        TestingPictures.sized(TestingPictures.request("Square"), square), inputs);
        assertEquals(200, after.getWidth());
        assertEquals(200, after.getHeight());
        assertEquals(0xffffffff, after.getRGB(10, 100));
        assertEquals(0xffffffff, after.getRGB(190, 100));
    }

    @ParameterizedTest
    @CsvSource({"PNG", "JPEG", "WEBP"})
    void everyFormatIsMade(ImageFormat format) {
        ImageRequest request =
                TestingPictures.request(
                        "Formats", 1, TestingPictures.output(format, Background.AUTO));
        byte[] file = EDITS.file(request, TestingPictures.inputs(PHOTO), 0);
        assertEquals(format, TestingPictures.input(file).info().format());
        assertEquals(new Dimensions(480, 360), TestingPictures.input(file).info().dimensions());
    }

    @Test
    void transparencyIsKeptWhereItIsAskedFor() {
        BufferedImage logo =
                TestingPictures.picture(
                        2, 300, 300, (x, y) -> x + y < 300 ? 0x00123456 : 0xff336699);
        Inputs inputs = TestingPictures.inputs(logo);
        BufferedImage clear = EDITS.picture(transparent("Logo"), inputs);
        assertEquals(0, clear.getRGB(280, 5) >>> 24);
        assertEquals(255, clear.getRGB(290, 290) >>> 24);
        BufferedImage opaque = EDITS.picture(TestingPictures.request("Logo"), inputs);
        assertFalse(opaque.getColorModel().hasAlpha());
    }

    @Test
    void anOpaquePictureBecomesACardWhereTransparencyIsAskedFor() {
        BufferedImage card = EDITS.picture(transparent("Card"), TestingPictures.inputs(PHOTO));
        assertEquals(0, card.getRGB(0, 0) >>> 24);
        assertEquals(255, card.getRGB(240, 180) >>> 24);
    }

    @Test
    void theCaptionIsLegibleOnEveryPalette() {
        for (Palette palette : Palette.ALL) {
            double contrast =
                    Luminance.contrast(
                            Luminance.ofRgb(palette.ink()),
                            Luminance.ofRgb(palette.ramp().getFirst()));
            assertTrue(contrast > Legibility.CONTRAST, palette.name());
        }
    }

    private static ImageRequest transparent(String prompt) {
        return TestingPictures.request(
                prompt, 1, TestingPictures.output(ImageFormat.PNG, Background.TRANSPARENT));
    }

    private static double[] light(int[] pixels) {
        return Arrays.stream(pixels).mapToDouble(Luminance::ofRgb).map(Math::cbrt).toArray();
    }

    /** Pearson's: 1 for the same shapes, 0 for shapes that have nothing in common. */
    private static double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElseThrow();
        double meanOther = Arrays.stream(other).average().orElseThrow();
        double together = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            together += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return together / Math.sqrt(squaresOne * squaresOther);
    }

    /** Of a channel, in 255ths. */
    private static double meanDifference(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs(((one[i] >> shift) & 0xff) - ((other[i] >> shift) & 0xff));
            }
        }
        return sum / one.length / 3;
    }
}
