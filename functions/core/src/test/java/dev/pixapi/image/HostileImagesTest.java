package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Inspection.Sound;
import dev.pixapi.image.Inspection.Unsound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

class HostileImagesTest {
    /** Whatever a file claims. */
    private static final long MOST_ALLOCATED = 64 * 1024;

    /** What the table breaks is whole before it is broken, so each reason has one cause. */
    @Test
    void whatTheTableBreaksIsSound() {
        var size = new Dimensions(20, 10);
        for (var file : List.of(PngBytes.sound(), JpegBytes.sound(), WebpBytes.sound())) {
            var info = ImageInspector.inspect(file).orElseThrow();
            assertEquals(size, info.dimensions());
            assertEquals(new Sound(info, false), ImageInspector.examine(file));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pixapi.image.HostileImage#all")
    void aHostileImageIsRefusedForAClearReason(HostileImage image) {
        assertEquals(new Unsound(image.reason()), ImageInspector.examine(image.bytes()));
    }

    @ParameterizedTest
    @MethodSource("dev.pixapi.image.HostileImage#all")
    void lookingAtAHostileImageCostsNoMemory(HostileImage image) {
        assertAllocatesLittle(() -> ImageInspector.examine(image.bytes()));
        assertAllocatesLittle(() -> ImageInspector.inspect(image.bytes()));
    }

    /** Over a hundred files, the largest of 50 MB. */
    @Test
    void lookingAtThemAllCostsNoTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> HostileImage.all().forEach(image -> ImageInspector.examine(image.bytes())));
    }

    @Test
    void noTwoRowsOfTheTableAreTheSame() {
        var names = new HashSet<String>();
        HostileImage.all().forEach(image -> assertTrue(names.add(image.name()), image.name()));
        assertTrue(names.size() >= 100, names.size() + " hostile images");
    }

    /** 25,600 times the pixels, the same bytes: not a byte more is allocated. */
    @Test
    void costDoesNotGrowWithWhatAHeaderClaims() {
        var small = image(20, 10);
        var large = image(3_200, 1_600);
        var least = Allocation.of(() -> ImageInspector.examine(small));
        var most = Allocation.of(() -> ImageInspector.examine(large));
        assertInstanceOf(Sound.class, ImageInspector.examine(large));
        assertEquals(least, most);
    }

    private static byte[] image(int width, int height) {
        var pixels = new byte[50_000];
        return new PngBytes().header(width, height, 8, 2).chunk("IDAT", pixels).end().bytes();
    }

    private static void assertAllocatesLittle(Runnable look) {
        var allocated = Allocation.of(look);
        assertTrue(allocated < MOST_ALLOCATED, allocated + " bytes");
    }
}
