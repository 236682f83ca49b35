package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.pixapi.image.Inspection.Sound;
import dev.pixapi.image.Inspection.Unsound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Whatever bytes come: an image within the limits or a reason, for next to no memory. */
class ImageFuzzTest {
    /** Beyond the bytes themselves. */
    private static final long MOST_ALLOCATED = 64 * 1024;

    @FuzzTest
    @DictionaryEntries({
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "acTL",
        "RIFF",
        "WEBP",
        "VP8 ",
        "VP8L",
        "VP8X",
        "ALPH",
        "ANIM",
        "ANMF",
        "MPF",
        "ftypheic",
        "GIF89a"
    })
    void anyBytesAreAnImageOrNone(byte[] bytes) {
        assertCheap(() -> ImageInspector.inspect(bytes));
        assertCheap(() -> ImageInspector.examine(bytes));
        switch (ImageInspector.examine(bytes)) {
            case Sound(var info, var transparency) -> {
                assertEquals(Optional.of(info), ImageInspector.inspect(bytes));
                assertTrue(info.dimensions().pixels() <= 50_000_000);
                assertTrue(info.dimensions().longEdge() <= 16_384);
                assertTrue(info.format().hasTransparency() || !transparency);
                read(bytes).ifPresent(size -> assertEquals(size, info.dimensions()));
            }
            case Unsound(var reason) -> assertFalse(reason.isBlank());
        }
    }

    private static void assertCheap(Runnable look) {
        var allocated = Allocation.of(look);
        assertTrue(allocated < MOST_ALLOCATED, allocated + " bytes");
    }

    /** What a reader of ImageIO makes of the header; empty where it refuses the file. */
    private static Optional<Dimensions> read(byte[] bytes) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var reader = ImageIO.getImageReaders(input).next();
            reader.setInput(input, true, true);
            return Optional.of(new Dimensions(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException refused) {
            return Optional.empty();
        }
    }
}
