package dev.pixapi.image;

import static dev.pixapi.image.SoundImages.assertSound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Inspection.Sound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageWriteParam;

/** JPEGs as cameras and encoders make them: all are taken, and none is misread. */
class SoundJpegTest {
    private static final Dimensions LARGE = new Dimensions(203, 101);

    static Stream<Arguments> jpegs() {
        var photo = RealImages.noise(LARGE);
        var grey = RealImages.filled(LARGE, BufferedImage.TYPE_BYTE_GRAY, 0xFF334455);
        return Map.<String, byte[]>of(
                        "baseline", RealImages.encoded(photo, ImageFormat.JPEG),
                        "grey", RealImages.encoded(grey, ImageFormat.JPEG),
                        "progressive", progressive(photo),
                        "progressive grey", progressive(grey),
                        "of the best quality",
                                RealImages.written(photo, "jpeg", p -> quality(p, 1)),
                        "of the worst quality",
                                RealImages.written(photo, "jpeg", p -> quality(p, 0)))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jpegs")
    void everyKindOfJpegIsTaken(String kind, byte[] jpeg) throws IOException {
        var sound = new Sound(new ImageInfo(ImageFormat.JPEG, LARGE), false);
        assertEquals(sound, ImageInspector.examine(jpeg), kind);
        assertEquals(LARGE.width(), RealImages.decoded(jpeg).getWidth());
        assertEquals(sound, ImageInspector.examine(withExif(jpeg)), kind);
    }

    /** Restarts, stuffed bytes and fill bytes are part of a scan; heights may come twice. */
    @Test
    void whatAJpegMayContainIsNoDamage() {
        var jpeg =
                new JpegBytes()
                        .raw(0xFF)
                        .segment(0xEB, new byte[5_000])
                        .segment(0xFE, new byte[3])
                        .marker(0x01)
                        .frame(0xC2, 20, 10, 1)
                        .scan(20)
                        .raw(0xFF, 0x00, 1, 0xFF, 0xD0, 2, 0xFF, 0xD7, 3, 0xFF, 0xFF)
                        .segment(0xDC, (byte) 0, (byte) 10)
                        .segment(0xC4, new byte[20])
                        .scan(20)
                        .raw(0xFF, 0xFF)
                        .end();
        assertSound(ImageFormat.JPEG, false, jpeg.bytes());
    }

    /** As phones append a gain map and a preview, with zeros between. */
    @Test
    void furtherPicturesThatAPhotographAnnouncesAreTaken() {
        var photo =
                new JpegBytes()
                        .segment(0xE2, "MPF\0II*\0".getBytes(StandardCharsets.ISO_8859_1))
                        .frame(0xC0, 20, 10, 3)
                        .scan(50)
                        .end();
        var both = HostileImage.join(photo.bytes(), JpegBytes.sound());
        var three = HostileImage.join(both, HostileImage.join(new byte[9], JpegBytes.sound()));
        assertSound(ImageFormat.JPEG, false, photo.bytes());
        assertSound(ImageFormat.JPEG, false, both);
        assertSound(ImageFormat.JPEG, false, three);
    }

    private static byte[] progressive(BufferedImage image) {
        var jpeg =
                RealImages.written(
                        image, "jpeg", p -> p.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
        var text = new String(jpeg, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("\u00ff\u00c2"), "it is no progressive one");
        return jpeg;
    }

    private static void quality(ImageWriteParam parameters, float quality) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
    }

    /** A thumbnail among the metadata is a JPEG in a JPEG. */
    private static byte[] withExif(byte[] jpeg) {
        var exif = new JpegBytes().segment(0xE1, JpegBytes.sound()).segment(0xED, new byte[60_000]);
        return HostileImage.join(exif.bytes(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }
}
