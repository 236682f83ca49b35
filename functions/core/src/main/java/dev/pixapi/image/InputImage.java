package dev.pixapi.image;

/** An image that a caller handed in: its bytes as they came, and what their header says. */
public record InputImage(byte[] bytes, ImageInfo info) {}
