package dev.pixapi.catalog;

/** One way to a model: the provider, and the model's name there. */
public record Route(String provider, String model) {}
