package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.InputImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

final class DecoderTest {
    private static final int MEGABYTE = 1 << 20;
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    /** As many pixels as an input may have: in full, 200 MB. */
    @Test
    void aFiftyMegapixelInputTakesLittleMemory() throws IOException {
        InputImage large = TestingPictures.input(emptyPng(8000, 6250));
        Dimensions size = new Dimensions(1280, 1000);
        Decoder.read(large, Orientation.UPRIGHT, new Dimensions(8, 8));

        long before = allocated();
        Pixels pixels = Decoder.read(large, Orientation.UPRIGHT, size).orElseThrow();
        long used = allocated() - before;

        assertEquals(1280 * 1000, pixels.argb().length);
        assertTrue(used < 64 * MEGABYTE, used / MEGABYTE + " MB");
    }

    @Test
    void thinnedOutPicturesNeverExceedTheLargestImage() throws IOException {
        InputImage large = TestingPictures.input(emptyPng(8000, 6250));
        long before = allocated();
        var _ = Decoder.read(large, Orientation.UPRIGHT, new Dimensions(4096, 4096)).orElseThrow();
        long used = allocated() - before;
        assertTrue(used < 2L * 4 * Decoder.MOST_PIXELS + 32 * MEGABYTE, used / MEGABYTE + " MB");
    }

    @Test
    void morePixelsThanAnInputMayHaveAreRefusedBeforeTheyAreRead() throws IOException {
        InputImage bomb = TestingPictures.input(emptyPng(8000, 6300));
        long before = allocated();
        assertTrue(Decoder.read(bomb, Orientation.UPRIGHT, new Dimensions(64, 64)).isEmpty());
        assertTrue(allocated() - before < MEGABYTE);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void everyFormatIsReadInFullAndThinnedOut(ImageFormat format) {
        BufferedImage photo = TestingPictures.photo(400, 300);
        InputImage file = TestingPictures.input(new ImageEncoder().encode(photo, format, 100));
        for (Dimensions size :
                new Dimensions[] {new Dimensions(400, 300), new Dimensions(80, 60)}) {
            Pixels read = Decoder.read(file, Orientation.UPRIGHT, size).orElseThrow();
            Pixels meant = Resampler.cover(new SourceRows(photo), size.width(), size.height());
            assertEquals(size, new Dimensions(read.width(), read.height()));
            assertTrue(difference(read, meant) < 9, format + " " + difference(read, meant));
        }
    }

    @Test
    void aPictureOfTheRightSizeIsNotTouched() {
        BufferedImage photo = TestingPictures.photo(61, 47);
        Pixels read =
                Decoder.read(
                                TestingPictures.png(photo),
                                Orientation.UPRIGHT,
                                new Dimensions(61, 47))
                        .orElseThrow();
        assertArrayEquals(TestingPictures.pixels(photo), read.argb());
    }

    private static double difference(Pixels one, Pixels other) {
        double sum = 0;
        for (int i = 0; i < one.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int first = (one.argb()[i] >> shift) & 0xff;
                sum += Math.abs(first - ((other.argb()[i] >> shift) & 0xff));
            }
        }
        return sum / one.argb().length / 3;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static byte[] emptyPng(int width, int height) throws IOException {
        return emptyPng(width, height, height);
    }

    /** A black RGB picture of this size, of which only so many rows are there. */
    private static byte[] emptyPng(int width, int height, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        file.writeLong(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(file, "IHDR", header.toByteArray());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
            byte[] row = new byte[1 + 3 * width];
            for (int y = 0; y < rows; y++) {
                deflater.write(row);
            }
        }
        chunk(file, "IDAT", data.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream file, String name, byte[] data) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(type);
        checksum.update(data);
        file.writeInt(data.length);
        file.write(type);
        file.write(data);
        file.writeInt((int) checksum.getValue());
    }
}
