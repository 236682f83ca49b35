package dev.pixapi.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request to a provider, as an operator would look it up there.
 *
 * @param provider by its name in the catalogue
 * @param model by its name at the provider
 * @param outcome the kind of the {@link ProviderOutcome}, in lower case, with its detail
 * @param requestId the provider's own, where it gave one
 */
public record Exchange(
        String provider,
        String model,
        String outcome,
        Optional<String> requestId,
        Instant began,
        Duration took) {}
