package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

final class OrientationTest {
    private static final byte[] JPEG =
            new ImageEncoder().encode(TestingPictures.photo(16, 8), ImageFormat.JPEG, 90);

    /** Two rows of three, named abc and def, as each code wants them to be seen. */
    @ParameterizedTest
    @CsvSource({
        "1, abc def",
        "2, cba fed",
        "3, fed cba",
        "4, def abc",
        "5, ad be cf",
        "6, da eb fc",
        "7, fc eb da",
        "8, cf be ad"
    })
    void aPictureIsTurnedUpright(int code, String expected) {
        Pixels lying = new Pixels("abcdef".chars().toArray(), 3, 2);
        Pixels upright = new Orientation(code).upright(lying);
        String rows =
                Arrays.stream(upright.argb())
                        .mapToObj(pixel -> String.valueOf((char) pixel))
                        .collect(Collectors.joining());
        assertEquals(expected.replace(" ", ""), rows);
        assertEquals(expected.indexOf(' '), upright.width());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 6", "8, 8", "0, 1", "9, 1", "-3, 1"})
    void itIsReadFromExifInBothByteOrders(short written, int code) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertEquals(code, Orientation.of(withExif(tiff(order, written, 8))).code());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 25, 26, Integer.MAX_VALUE})
    void exifThatMakesNoSenseLeavesThePictureAsItIs(int directory) {
        byte[] damaged = tiff(ByteOrder.BIG_ENDIAN, (short) 6, directory);
        assertEquals(Orientation.UPRIGHT, Orientation.of(withExif(damaged)));
    }

    @Test
    void noCutOfAFileIsTooShort() {
        byte[] whole = withExif(tiff(ByteOrder.BIG_ENDIAN, (short) 6, 8));
        for (int length = 0; length < 60; length++) {
            int code = Orientation.of(Arrays.copyOf(whole, length)).code();
            assertEquals(length < 38 ? 1 : 6, code);
        }
    }

    @Test
    void aPhotoIsSeenUprightAndItsMaskIsTurnedWithIt() {
        BufferedImage lying = TestingPictures.photo(64, 32);
        byte[] jpeg = new ImageEncoder().encode(lying, ImageFormat.JPEG, 100);
        var photo = TestingPictures.input(withExif(jpeg, tiff(ByteOrder.BIG_ENDIAN, (short) 6, 8)));
        Pixels seen =
                Decoder.read(photo, Decoder.orientation(photo), new Dimensions(32, 64))
                        .orElseThrow();
        assertEquals(32, seen.width());
        assertEquals(red(lying.getRGB(3, 28)), red(seen.at(3, 3)), 40);
        assertEquals(red(lying.getRGB(60, 2)), red(seen.at(29, 60)), 40);
    }

    private static int red(int pixel) {
        return (pixel >> 16) & 0xff;
    }

    /** A header, and at the directory's usual place one entry: the orientation. */
    private static byte[] tiff(ByteOrder order, short code, int directory) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(directory).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort(code);
        return tiff.array();
    }

    private static byte[] withExif(byte[] tiff) {
        return withExif(JPEG, tiff);
    }

    private static byte[] withExif(byte[] jpeg, byte[] tiff) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + tiff.length + 10);
        file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (tiff.length + 8));
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }
}
