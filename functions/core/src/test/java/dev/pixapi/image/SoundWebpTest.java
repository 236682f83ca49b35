package dev.pixapi.image;

import static dev.pixapi.image.SoundImages.SIZE;
import static dev.pixapi.image.SoundImages.assertSound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageWriteParam;

/** WebPs as their encoders make them: all are taken, and none is misread. */
class SoundWebpTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyKindOfWebpIsTaken(boolean alpha) {
        var type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var image = RealImages.filled(SIZE, type, 0x80334455);
        assertSound(ImageFormat.WEBP, alpha, RealImages.encoded(image, ImageFormat.WEBP));
        var lossless = RealImages.written(image, "webp", SoundWebpTest::lossless);
        assertEquals("VP8L", new String(lossless, 12, 4, StandardCharsets.US_ASCII));
        assertSound(ImageFormat.WEBP, alpha, lossless);
    }

    @Test
    void metadataOfAWebpAreNobodysBusiness() {
        var webp =
                new WebpBytes()
                        .canvas(0x2C, 20, 10)
                        .chunk("ICCP", new byte[301])
                        .lossy(20, 10)
                        .chunk("EXIF", new byte[7])
                        .chunk("XMP ", new byte[9])
                        .chunk("C2PA", new byte[3]);
        assertSound(ImageFormat.WEBP, false, webp.bytes());
    }

    /** What counts are pixels with alpha, not a flag that promises them. */
    @Test
    void transparencyOfAWebpIsWhereItsPixelsAre() {
        var alpha = new byte[30];
        var flag = WebpBytes.ALPHA;
        assertSound(
                ImageFormat.WEBP,
                true,
                new WebpBytes().canvas(flag, 20, 10).chunk("ALPH", alpha).lossy(20, 10).bytes());
        assertSound(
                ImageFormat.WEBP,
                false,
                new WebpBytes().canvas(flag, 20, 10).lossy(20, 10).bytes());
        assertSound(
                ImageFormat.WEBP,
                false,
                new WebpBytes().lossy(20, 10).chunk("ALPH", alpha).bytes());
        assertSound(
                ImageFormat.WEBP,
                true,
                new WebpBytes().canvas(flag, 20, 10).lossless(20, 10, false).bytes());
        assertSound(ImageFormat.WEBP, true, new WebpBytes().lossless(20, 10, true).bytes());
    }

    /** Some writers leave the last byte out that makes a chunk even. */
    @Test
    void theLastChunkOfAWebpMayBeOdd() {
        var padded =
                new WebpBytes().canvas(0, 20, 10).lossy(20, 10).chunk("EXIF", new byte[7]).bytes();
        var odd = Arrays.copyOf(padded, padded.length - 1);
        odd[4]--;
        assertSound(ImageFormat.WEBP, false, odd);
    }

    private static void lossless(ImageWriteParam parameters) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType("Lossless");
    }
}
