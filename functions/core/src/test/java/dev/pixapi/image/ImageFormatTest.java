package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.Optional;

final class ImageFormatTest {

    @Test
    void everyFormatIsFoundByItsWireName() {
        for (ImageFormat format : ImageFormat.values()) {
            assertEquals(Optional.of(format), ImageFormat.named(format.wireName()));
            assertEquals("image/" + format.wireName(), format.mediaType());
        }
    }

    @Test
    void otherNamesAreNoFormat() {
        for (String name : new String[] {"", "PNG", "jpg", "gif", "image/png"}) {
            assertEquals(Optional.empty(), ImageFormat.named(name));
        }
    }

    @Test
    void onlyJpegHasNoTransparency() {
        assertFalse(ImageFormat.JPEG.hasTransparency());
        assertEquals("jpg", ImageFormat.JPEG.fileExtension());
    }
}
