package dev.pixapi.image;

import java.util.Optional;

/**
 * The file that is asked for.
 *
 * @param format empty leaves it to the model; most make PNG then
 * @param compression 0 to 100, for JPEG and WebP; empty is the provider's choice
 */
public record Output(
        Optional<ImageFormat> format, Optional<Integer> compression, Background background) {
    /** Of OpenAI's compression parameter, where the caller leaves it out. */
    public static final int DEFAULT_COMPRESSION = 90;

    public ImageFormat formatOrPng() {
        return format.orElse(ImageFormat.PNG);
    }
}
