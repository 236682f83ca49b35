package dev.pixapi.image;

import java.util.Optional;

/**
 * A size that a model can make.
 *
 * @param tier what it costs by
 * @param dimensions the pixels that are asked for; a provider may return others
 * @param ratio the aspect ratio, for the models that are asked by ratio; empty leaves it to them
 * @param auto true when the caller left the size to the model
 */
public record ImageSize(Tier tier, Dimensions dimensions, Optional<Ratio> ratio, boolean auto) {}
