package dev.pixapi.image;

/** What the bytes of an image say of themselves. */
public record ImageInfo(ImageFormat format, Dimensions dimensions) {}
