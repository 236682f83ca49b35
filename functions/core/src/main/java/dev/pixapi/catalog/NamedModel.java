package dev.pixapi.catalog;

import dev.pixapi.image.Tier;

import java.util.Optional;

/** A model as a caller named it: some aliases set the tier. */
public record NamedModel(Model model, Optional<Tier> tier) {}
