package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.image.Inspection.Sound;

import java.io.IOException;

/** What tests expect of an image of 20 by 10 pixels that is to be taken. */
final class SoundImages {
    static final Dimensions SIZE = new Dimensions(20, 10);

    private SoundImages() {}

    static void assertSound(ImageFormat format, boolean transparency, byte[] file) {
        var info = new ImageInfo(format, SIZE);
        assertEquals(new Sound(info, transparency), ImageInspector.examine(file));
    }

    static void assertReadable(byte[] file) throws IOException {
        var image = RealImages.decoded(file);
        assertEquals(SIZE, new Dimensions(image.getWidth(), image.getHeight()));
    }
}
