package dev.pixapi.provider.sandbox;

import static dev.pixapi.provider.sandbox.TestingPictures.HEIGHT;
import static dev.pixapi.provider.sandbox.TestingPictures.WIDTH;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Background;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;

/** With a mask, an edit changes what the mask gives free, and nothing else. */
final class MaskedEditTest {
    private static final TestingEdits EDITS = new TestingEdits();
    private static final BufferedImage PHOTO = TestingPictures.photo(WIDTH, HEIGHT);
    private static final BufferedImage MASK = TestingPictures.mask(WIDTH, HEIGHT, 12);

    @ParameterizedTest
    @ValueSource(
            strings = {"A paper boat", "Something else, with many more words than fit", "שלום"})
    void whatTheMaskProtectsStaysToTheLastBit(String prompt) {
        int[] before = TestingPictures.pixels(PHOTO);
        int[] after = edit(TestingPictures.request(prompt), PHOTO, MASK);
        int[] kept = kept(MASK);
        assertEquals(0, changed(before, after, at(kept, 255)));
        assertTrue(at(kept, 255).length > before.length / 2);
    }

    @Test
    void whatTheMaskGivesFreeIsPaintedAnew() {
        int[] free = at(kept(MASK), 0);
        int[] after = edit(TestingPictures.request("A paper boat"), PHOTO, MASK);
        assertTrue(free.length > 4000);
        assertTrue(changed(TestingPictures.pixels(PHOTO), after, free) > 0.98 * free.length);
    }

    @Test
    void aSoftEdgeKeepsAsMuchAsTheMaskSays() {
        int[] kept = kept(MASK);
        int[] onWhite = edit(TestingPictures.request("Edge"), plain(0xffffff), MASK);
        int[] onBlack = edit(TestingPictures.request("Edge"), plain(0), MASK);
        for (int i : IntStream.range(0, kept.length).filter(i -> kept[i] % 255 > 0).toArray()) {
            for (int shift = 0; shift < 24; shift += 8) {
                assertTrue(((onWhite[i] >> shift) & 0xff) >= kept[i] - 1);
                assertTrue(((onBlack[i] >> shift) & 0xff) <= 256 - kept[i]);
            }
        }
    }

    @Test
    void aMaskThatGivesNothingFreeLeavesThePictureAsItIs() {
        BufferedImage opaque = TestingPictures.picture(2, WIDTH, HEIGHT, (_, _) -> 0xff000000);
        assertArrayEquals(
                TestingPictures.pixels(PHOTO),
                edit(TestingPictures.request("Anything"), PHOTO, opaque));
    }

    @Test
    void aMaskThatGivesAllFreeReplacesThePicture() {
        BufferedImage clear = TestingPictures.picture(2, WIDTH, HEIGHT, (_, _) -> 0);
        int[] after = edit(TestingPictures.request("Anything"), PHOTO, clear);
        int[] all = IntStream.range(0, after.length).toArray();
        assertTrue(changed(TestingPictures.pixels(PHOTO), after, all) > 0.98 * WIDTH * HEIGHT);
    }

    @Test
    void furtherImagesAreShownInTheHoleOnly() {
        Inputs one = TestingPictures.masked(PHOTO, MASK);
        Inputs two =
                new Inputs(TestingPictures.inputs(PHOTO, plain(0x00ff00)).images(), one.mask());
        ImageRequest request = TestingPictures.request("Combine");
        int[] without = TestingPictures.pixels(EDITS.picture(request, one));
        int[] with = TestingPictures.pixels(EDITS.picture(request, two));
        int[] kept = kept(MASK);
        assertEquals(0, changed(without, with, at(kept, 255)));
        assertTrue(changed(without, with, at(kept, 0)) > 300);
        assertTrue(Arrays.stream(with).anyMatch(pixel -> pixel == 0xff00ff00));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_4BYTE_ABGR,
            })
    void picturesOfEveryKindStayTheSame(int type) {
        BufferedImage picture =
                TestingPictures.picture(type, WIDTH, HEIGHT, (x, y) -> PHOTO.getRGB(x, y));
        int[] after = edit(TestingPictures.request("Kinds"), picture, MASK);
        for (int i : at(kept(MASK), 255)) {
            assertEquals(plainSamples(picture, i % WIDTH, i / WIDTH), after[i]);
        }
    }

    @Test
    void transparencyOutsideTheHoleIsKeptWhereTheFileCan() {
        BufferedImage logo =
                TestingPictures.picture(2, WIDTH, HEIGHT, (x, y) -> (x << 24) | 0x3060c0);
        Inputs inputs = TestingPictures.masked(logo, MASK);
        int[] kept = at(kept(MASK), 255);
        int[] before = TestingPictures.pixels(logo);
        assertEquals(0, changed(before, edit(TestingPictures.request("Logo"), logo, MASK), kept));
        for (ImageRequest opaque :
                new ImageRequest[] {
                    TestingPictures.request(
                            "Logo", 1, TestingPictures.output(ImageFormat.PNG, Background.OPAQUE)),
                    TestingPictures.request(
                            "Logo", 1, TestingPictures.output(ImageFormat.JPEG, Background.AUTO))
                }) {
            assertFalse(EDITS.picture(opaque, inputs).getColorModel().hasAlpha());
        }
    }

    /** Java takes grey for linear light; the file's own number is what is meant. */
    private static int plainSamples(BufferedImage picture, int x, int y) {
        if (picture.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            return picture.getRGB(x, y);
        }
        return 0xff000000 | picture.getRaster().getSample(x, y, 0) * 0x010101;
    }

    private static BufferedImage plain(int rgb) {
        return TestingPictures.picture(BufferedImage.TYPE_INT_RGB, WIDTH, HEIGHT, (_, _) -> rgb);
    }

    private static int[] edit(ImageRequest request, BufferedImage image, BufferedImage mask) {
        return TestingPictures.pixels(EDITS.picture(request, TestingPictures.masked(image, mask)));
    }

    private static int[] kept(BufferedImage mask) {
        return Arrays.stream(TestingPictures.pixels(mask)).map(pixel -> pixel >>> 24).toArray();
    }

    private static int[] at(int[] kept, int alpha) {
        return IntStream.range(0, kept.length).filter(i -> kept[i] == alpha).toArray();
    }

    private static long changed(int[] before, int[] after, int[] places) {
        return Arrays.stream(places).filter(i -> before[i] != after[i]).count();
    }
}
