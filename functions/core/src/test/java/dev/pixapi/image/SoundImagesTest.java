package dev.pixapi.image;

import static dev.pixapi.image.SoundImages.assertSound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.image.Inspection.Sound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is taken of every format, up to the limits. */
class SoundImagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"\0", "\n", "\r\n", "\0\0\0\0\0\0\0\0"})
    void paddingBehindTheEndIsTolerated(String padding) {
        for (var file : new byte[][] {PngBytes.sound(), JpegBytes.sound(), WebpBytes.sound()}) {
            var padded = HostileImage.join(file, padding.getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(ImageInspector.examine(file), ImageInspector.examine(padded));
        }
    }

    /** A solid colour compresses to a thousandth: near the bound, but no bomb. */
    @Test
    void aLargeImageOfOneColourIsNoBomb() {
        var size = new Dimensions(7_000, 7_000);
        for (var type : new int[] {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY}) {
            for (var format : ImageFormat.values()) {
                var image = RealImages.encoded(new BufferedImage(7_000, 7_000, type), format);
                assertEquals(
                        new Sound(new ImageInfo(format, size), false),
                        ImageInspector.examine(image));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"16384, 1", "1, 16384", "1, 1", "10000, 5000"})
    void aLimitIsTheLastThatIsTaken(int width, int height) {
        var png = new PngBytes().header(width, height, 1, 0).chunk("IDAT", new byte[6_100]).end();
        assertEquals(
                new Sound(new ImageInfo(ImageFormat.PNG, new Dimensions(width, height)), false),
                ImageInspector.examine(png.bytes()));
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() {
        var png = Arrays.copyOf(PngBytes.sound(), InputLimits.MOST_BYTES);
        assertSound(ImageFormat.PNG, false, png);
    }
}
