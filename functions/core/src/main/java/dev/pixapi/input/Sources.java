package dev.pixapi.input;

import dev.pixapi.image.InputShape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images of a request, none of them looked at.
 *
 * @param images none for a generation
 */
public record Sources(List<Named> images, Optional<Named> mask) {
    public static final Sources NONE = new Sources(List.of(), Optional.empty());

    /**
     * A source, and what the caller calls it: {@code image}, {@code image[1]}, {@code
     * images[0].image_url}.
     */
    public record Named(String parameter, ImageSource source) {}

    public Sources {
        images = List.copyOf(images);
    }

    /** Equal for equal requests: part of what an Idempotency-Key stands for. */
    public List<String> identities() {
        return Stream.concat(
                        images.stream().map(image -> Identity.of(image.source())),
                        mask.stream().map(named -> "mask " + Identity.of(named.source())))
                .toList();
    }

    public boolean areNone() {
        return images.isEmpty();
    }

    public InputShape shape() {
        return new InputShape(images.size(), mask.isPresent());
    }
}
