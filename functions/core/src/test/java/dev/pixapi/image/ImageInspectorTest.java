package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

class ImageInspectorTest {
    private static final int WIDTH = 203;
    private static final int HEIGHT = 101;

    @ParameterizedTest
    @EnumSource
    void anImageIsKnownByItsBytes(ImageFormat format) {
        var info = new ImageInfo(format, new Dimensions(WIDTH, HEIGHT));
        assertEquals(Optional.of(info), ImageInspector.inspect(image(format, false)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void soIsOneWithTransparency(ImageFormat format) {
        var info = new ImageInfo(format, new Dimensions(WIDTH, HEIGHT));
        assertEquals(Optional.of(info), ImageInspector.inspect(image(format, true)));
    }

    @ParameterizedTest
    @EnumSource
    void anImageThatWasCutIsNone(ImageFormat format) {
        var whole = image(format, false);
        for (var length = 0; length < whole.length; length += 97) {
            assertNone(Arrays.copyOf(whole, length));
        }
        for (var cut = 1; cut <= 8; cut++) {
            assertNone(Arrays.copyOf(whole, whole.length - cut));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesBehindTheEndDoNoHarm(ImageFormat format) {
        var whole = image(format, false);
        assertTrue(ImageInspector.inspect(Arrays.copyOf(whole, whole.length + 7)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void whateverHappensToTheBytesNothingIsThrown(ImageFormat format) {
        var whole = image(format, false);
        var random = new Random(17);
        for (var round = 0; round < 5_000; round++) {
            var bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
            for (var i = 0; i < 8 && bytes.length > 0; i++) {
                bytes[random.nextInt(Math.min(64, bytes.length))] = (byte) random.nextInt();
            }
            assertDoesNotThrow(() -> ImageInspector.inspect(bytes));
        }
    }

    @Test
    void garbageIsNoImage() {
        var random = new Random(17);
        for (var length = 0; length < 2_000; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertNone(bytes);
            assertNone(new byte[length]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is no image.",
                "{\"error\": \"no image\"}",
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>",
                "GIF89a\1\0\1\0\0\0\0;",
                "BM and the rest of a bitmap that goes on for a while",
                "RIFF0000WAVEfmt and the rest of a sound that goes on",
            })
    void otherFilesAreNoImages(String text) {
        assertNone(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sides as PNG writes them: 32 bits, of which the first must be zero. */
    @ParameterizedTest
    @CsvSource({
        "0, 101",
        "203, 0",
        "0, 0",
        "2147483648, 101",
        "203, 2147483648",
        "4294967295, 4294967295"
    })
    void aPngWithoutASideOrWithAMonstrousOneIsNone(long width, long height) {
        var bytes = ByteBuffer.wrap(image(ImageFormat.PNG, false));
        bytes.putInt(16, (int) width).putInt(20, (int) height);
        assertNone(bytes.array());
    }

    @ParameterizedTest
    @CsvSource({"0, 101", "203, 0", "0, 0"})
    void aJpegWithoutASideIsNone(int width, int height) {
        var bytes = ByteBuffer.wrap(image(ImageFormat.JPEG, false));
        var frame = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        bytes.putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        assertNone(bytes.array());
    }

    @ParameterizedTest
    @CsvSource({"0, 101", "203, 0", "0, 0"})
    void aWebpWithoutASideIsNone(int width, int height) {
        assertNone(webp("VP8 ", b -> b.putShort(26, (short) width).putShort(28, (short) height)));
    }

    @Test
    void theThreeKindsOfWebpAreMeasured() {
        assertSize(
                "16383x2",
                webp("VP8 ", b -> b.putShort(26, (short) 0x3FFF).putShort(28, (short) 2)));
        assertSize("16384x1", webp("VP8L", b -> b.put(20, (byte) 0x2F).putInt(21, 0x3FFF)));
        assertSize("1x16384", webp("VP8L", b -> b.put(20, (byte) 0x2F).putInt(21, 0x3FFF << 14)));
        assertSize("2x16777216", webp("VP8X", b -> b.putInt(24, 1).putInt(26, 0xFFFFFF00)));
        assertNone(webp("ALPH", b -> b.putInt(24, 1)));
    }

    /** A frame header that hides behind other segments, as cameras write them. */
    @Test
    void segmentsBeforeAJpegsFrameAreSkipped() {
        var jpeg = image(ImageFormat.JPEG, false);
        var longer = ByteBuffer.allocate(jpeg.length + 1_002 + 3);
        longer.put(jpeg, 0, 2).put(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        longer.putShort((short) 0xFFE1).putShort((short) 1_000).put(new byte[998]);
        longer.put(jpeg, 2, jpeg.length - 2);
        assertSize(WIDTH + "x" + HEIGHT, longer.array());
    }

    /** Fills in what a kind of WebP has behind its name. */
    private interface Chunk {
        ByteBuffer fill(ByteBuffer bytes);
    }

    private static byte[] webp(String kind, Chunk chunk) {
        var bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(32);
        bytes.put(("WEBP" + kind).getBytes(StandardCharsets.US_ASCII)).putInt(20);
        return chunk.fill(bytes).array();
    }

    private static void assertSize(String size, byte[] bytes) {
        assertEquals(size, ImageInspector.inspect(bytes).orElseThrow().dimensions().toString());
    }

    private static void assertNone(byte[] bytes) {
        assertEquals(Optional.empty(), ImageInspector.inspect(bytes));
    }

    private static byte[] image(ImageFormat format, boolean alpha) {
        var type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        var random = new Random(3);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, random.nextInt() & (alpha ? 0x80FFFFFF : 0xFFFFFF));
            }
        }
        return new ImageEncoder().encode(image, format, 80);
    }
}
