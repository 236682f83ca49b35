package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Inspection.Sound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageWriteParam;

/** Images as cameras, browsers and editors make them: all are taken, and none is misread. */
class SoundImagesTest {
    private static final Dimensions SIZE = new Dimensions(20, 10);
    private static final Dimensions LARGE = new Dimensions(203, 101);

    @ParameterizedTest
    @CsvSource({
        "1, 0, false",
        "2, 0, false",
        "4, 0, false",
        "8, 0, false",
        "16, 0, false",
        "8, 2, false",
        "16, 2, false",
        "8, 4, true",
        "16, 4, true",
        "8, 6, true",
        "16, 6, true"
    })
    void everyKindOfPngIsTaken(int depth, int colour, boolean alpha) throws IOException {
        for (var interlace = 0; interlace < 2; interlace++) {
            var png = new PngBytes().header(20, 10, depth, colour, interlace).pixels().end();
            assertSound(ImageFormat.PNG, alpha, png.bytes());
            assertReadable(png.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void soIsAPaletteOfEveryDepth(int depth) throws IOException {
        var png = new PngBytes().header(20, 10, depth, 3).palette(2);
        assertSound(ImageFormat.PNG, false, png.pixels().end().bytes());
        assertReadable(png.bytes());
        var clear = new PngBytes().header(20, 10, depth, 3).palette(2).chunk("tRNS", new byte[2]);
        assertSound(ImageFormat.PNG, true, clear.pixels().end().bytes());
    }

    @Test
    void oneTransparentColourIsTransparency() {
        assertSound(ImageFormat.PNG, true, png(0, 16, "tRNS", 2));
        assertSound(ImageFormat.PNG, true, png(2, 8, "tRNS", 6));
    }

    /** Readers skip these. */
    @Test
    void aTransparentColourThatIsNoneIsNoTransparency() {
        assertSound(ImageFormat.PNG, false, png(2, 8, "tRNS", 2));
        assertSound(ImageFormat.PNG, false, png(0, 8, "tRNS", 0));
        var late = new PngBytes().header(20, 10, 8, 2).pixels().chunk("tRNS", new byte[6]).end();
        assertSound(ImageFormat.PNG, false, late.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iCCP", "zTXt", "iTXt", "eXIf", "caBX", "pHYs", "vpAg"})
    void metadataOfAPngAreNobodysBusiness(String type) {
        assertSound(ImageFormat.PNG, false, png(2, 8, type, 70_000));
        var behind = new PngBytes().header(20, 10, 8, 2).pixels().chunk(type, new byte[9]).end();
        assertSound(ImageFormat.PNG, false, behind.bytes());
    }

    /** Only what carries the picture is held to its checksum. */
    @Test
    void aWrongChecksumOfMetadataDoesNoHarm() {
        var png = new PngBytes().header(20, 10, 8, 2).chunk("tEXt", 9, new byte[9], 1).pixels();
        assertSound(ImageFormat.PNG, false, png.end().bytes());
    }

    @Test
    void pixelsInManyPiecesAreOnePicture() {
        var png = new PngBytes().header(20, 10, 8, 2).chunks(9_000, "IDAT").pixels().end();
        assertSound(ImageFormat.PNG, false, png.bytes());
    }

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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyKindOfWebpIsTaken(boolean alpha) {
        var type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var image = RealImages.filled(SIZE, type, 0x80334455);
        assertSound(ImageFormat.WEBP, alpha, RealImages.encoded(image, ImageFormat.WEBP));
        var lossless = RealImages.written(image, "webp", SoundImagesTest::lossless);
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

    private static byte[] png(int colour, int depth, String type, int length) {
        var png = new PngBytes().header(20, 10, depth, colour).chunk(type, new byte[length]);
        return png.pixels().end().bytes();
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

    private static void lossless(ImageWriteParam parameters) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType("Lossless");
    }

    /** A thumbnail among the metadata is a JPEG in a JPEG. */
    private static byte[] withExif(byte[] jpeg) {
        var exif = new JpegBytes().segment(0xE1, JpegBytes.sound()).segment(0xED, new byte[60_000]);
        return HostileImage.join(exif.bytes(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static void assertSound(ImageFormat format, boolean transparency, byte[] file) {
        var info = new ImageInfo(format, SIZE);
        assertEquals(new Sound(info, transparency), ImageInspector.examine(file));
    }

    private static void assertReadable(byte[] file) throws IOException {
        var image = RealImages.decoded(file);
        assertEquals(SIZE, new Dimensions(image.getWidth(), image.getHeight()));
    }
}
