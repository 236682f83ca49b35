package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

class ImageConverterTest {
    private static final Dimensions SIZE = new Dimensions(60, 40);
    private static final int RED = 0xFFC03020;

    private final ImageConverter converter = new ImageConverter();

    static Stream<Arguments> pairs() {
        return Arrays.stream(ImageFormat.values())
                .flatMap(
                        from ->
                                Arrays.stream(ImageFormat.values())
                                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anImageKeepsItsSizeAndColours(ImageFormat from, ImageFormat to) throws IOException {
        var image =
                RealImages.encoded(RealImages.filled(SIZE, BufferedImage.TYPE_INT_RGB, RED), from);

        var converted = converter.convert(image, to, 95);

        assertEquals(Optional.of(new ImageInfo(to, SIZE)), ImageInspector.inspect(converted));
        assertNear(RED, RealImages.decoded(converted).getRGB(30, 20));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void whatWasTransparentIsWhiteInAJpeg(ImageFormat from) throws IOException {
        var clear =
                RealImages.encoded(
                        RealImages.filled(SIZE, BufferedImage.TYPE_INT_ARGB, 0x00C03020), from);

        var jpeg = converter.convert(clear, ImageFormat.JPEG, 95);

        assertNear(0xFFFFFFFF, RealImages.decoded(jpeg).getRGB(30, 20));
    }

    @Test
    void whatIsTransparentStaysSoWhereTheFormatCan() throws IOException {
        var clear = RealImages.filled(SIZE, BufferedImage.TYPE_INT_ARGB, 0x00C03020);
        var webp =
                converter.convert(RealImages.encoded(clear, ImageFormat.PNG), ImageFormat.WEBP, 90);
        var png = converter.convert(webp, ImageFormat.PNG, 90);

        assertEquals(0, RealImages.decoded(webp).getRGB(30, 20) >>> 24);
        assertEquals(0, RealImages.decoded(png).getRGB(30, 20) >>> 24);
    }

    /** Kinds of PNG that the other encoders do not take as they are. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void greyAndPaletteBecomeWhatTheyLookLike(int type) throws IOException {
        var png = RealImages.encoded(RealImages.filled(SIZE, type, 0xFFFFFFFF), ImageFormat.PNG);

        for (var to : ImageFormat.values()) {
            var converted = RealImages.decoded(converter.convert(png, to, 95));
            assertNear(0xFFFFFFFF, converted.getRGB(30, 20));
        }
    }

    /** Half grey stays half grey: Java's own grey is linear, that of a PNG is not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void greyKeepsItsBrightness(int bytes) throws IOException {
        var png = new PngBytes().header(60, 40, 8 * bytes, 0);
        var row = new byte[1 + 60 * bytes];
        Arrays.fill(row, 1, row.length, (byte) 0x80);
        png.chunk("IDAT", PngBytes.deflated(row, 40)).end();

        for (var to : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.WEBP}) {
            assertNear(0xFF808080, RealImages.srgb(converter.convert(png.bytes(), to, 95)));
        }
    }

    @Test
    void aTransparentColourOfAPaletteIsWhiteInAJpeg() throws IOException {
        var colours = new byte[] {(byte) 0xC0, 0};
        var model = new IndexColorModel(8, 2, colours, colours, colours, 0);
        var image = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_INDEXED, model);
        var png = RealImages.encoded(image, ImageFormat.PNG);

        assertNear(0xFFFFFFFF, RealImages.srgb(converter.convert(png, ImageFormat.JPEG, 95)));
        assertEquals(0, RealImages.srgb(converter.convert(png, ImageFormat.WEBP, 95)) >>> 24);
    }

    @Test
    void compressionIsObeyed() {
        var png = RealImages.encoded(RealImages.noise(SIZE), ImageFormat.PNG);
        assertTrue(
                converter.convert(png, ImageFormat.JPEG, 10).length
                        < converter.convert(png, ImageFormat.JPEG, 95).length);
    }

    /** Its pixels would take 3.6 GB: more than the tests have. */
    @Test
    void aBombIsRefusedBeforeItIsDecoded() {
        var bomb = new PngBytes().header(30_000, 30_000, 8, 6).pixels().end().bytes();
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> converter.convert(bomb, ImageFormat.JPEG, 90));
        assertTrue(refused.getMessage().contains("900000000"), refused.getMessage());
    }

    @Test
    void whatCannotBeReadThrows() {
        assertThrows(
                IllegalArgumentException.class,
                () -> converter.convert(new byte[9], ImageFormat.PNG, 90));
        assertThrows(
                RuntimeException.class,
                () -> converter.convert(JpegBytes.sound(), ImageFormat.PNG, 90));
    }

    private static void assertNear(int expected, int actual) {
        for (var shift = 0; shift <= 24; shift += 8) {
            var difference = Math.abs((expected >>> shift & 0xFF) - (actual >>> shift & 0xFF));
            assertTrue(
                    difference < 8,
                    Integer.toHexString(expected) + " is not near " + Integer.toHexString(actual));
        }
    }
}
