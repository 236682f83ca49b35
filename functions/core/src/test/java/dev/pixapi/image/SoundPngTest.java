package dev.pixapi.image;

import static dev.pixapi.image.SoundImages.assertReadable;
import static dev.pixapi.image.SoundImages.assertSound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/** PNGs as browsers and editors make them: all are taken, and none is misread. */
class SoundPngTest {
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

    private static byte[] png(int colour, int depth, String type, int length) {
        var png = new PngBytes().header(20, 10, depth, colour).chunk(type, new byte[length]);
        return png.pixels().end().bytes();
    }
}
