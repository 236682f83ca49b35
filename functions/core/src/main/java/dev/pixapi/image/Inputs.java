package dev.pixapi.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images that an edit starts from.
 *
 * @param images in the caller's order; none for a generation
 * @param mask of the first image's size; where it is transparent, the image may change
 */
public record Inputs(List<InputImage> images, Optional<InputImage> mask) {
    public static final Inputs NONE = new Inputs(List.of(), Optional.empty());

    public Inputs {
        images = List.copyOf(images);
    }

    public boolean areNone() {
        return images.isEmpty();
    }

    public InputShape shape() {
        return new InputShape(images.size(), mask.isPresent());
    }

    /** The images and then the mask. */
    public Stream<InputImage> all() {
        return Stream.concat(images.stream(), mask.stream());
    }
}
