package dev.pixapi.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

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
        Duration took) {
    private static final Pattern KIND =
            Pattern.compile("images|rejected|not accepted|unavailable|garbled|unknown");

    /**
     * The outcome in one word, {@code not_accepted}, which anybody may read: nothing of what the
     * provider said is in it.
     */
    public String kind() {
        var kind = KIND.matcher(outcome);
        return kind.lookingAt() ? kind.group().replace(' ', '_') : "other";
    }
}
