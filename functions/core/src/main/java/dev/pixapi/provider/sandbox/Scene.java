package dev.pixapi.provider.sandbox;

/**
 * What a motif needs to know.
 *
 * @param dark true if the ramp goes from dark to light
 */
record Scene(Frame frame, Ramp ramp, boolean dark, Richness richness) {}
