package dev.pixapi.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a provider made of a call. Whether it may be called again follows from the kind alone. */
public sealed interface ProviderOutcome {

    /** For the journal and the log: the kind, and what an operator wants to know. */
    default String label() {
        return switch (this) {
            case Images(var images, _, _, var missing) ->
                    Stream.concat(
                                    Stream.of("images " + images.size()),
                                    missing.stream().map(ProviderOutcome::label))
                            .collect(Collectors.joining(", "));
            case Rejected(var output) -> output ? "rejected output" : "rejected prompt";
            case NotAccepted(var parameter) -> "not accepted " + parameter.orElse("");
            case Unavailable(var free, var detail) ->
                    (free ? "unavailable, free: " : "unavailable: ") + detail;
            case Garbled(var detail) -> "garbled: " + detail;
            case Unknown(var detail) -> "unknown: " + detail;
        };
    }

    /**
     * It answered with images, perhaps more or fewer than asked, perhaps no images at all.
     *
     * @param quality the one it chose, where it says so
     * @param usage its own count of tokens, as it sent it
     * @param missing what became of images that did not come, as far as the provider tells it for
     *     each; none of these is {@code Images}
     */
    record Images(
            List<ProviderImage> images,
            Optional<String> quality,
            Optional<Map<String, Object>> usage,
            List<ProviderOutcome> missing)
            implements ProviderOutcome {

        /** Where nothing is told of images that are missing. */
        public Images(
                List<ProviderImage> images,
                Optional<String> quality,
                Optional<Map<String, Object>> usage) {
            this(images, quality, usage, List.of());
        }
    }

    /** Its safety rules refuse the prompt, or the images that it made. */
    record Rejected(boolean output) implements ProviderOutcome {}

    /**
     * It does not accept the request. The parameter is named where the provider names one of ours.
     */
    record NotAccepted(Optional<String> parameter) implements ProviderOutcome {}

    /**
     * It did not do the work, and says so.
     *
     * @param free true when it is known that nothing was begun: the next route may be tried
     * @param detail for the operator's log
     */
    record Unavailable(boolean free, String detail) implements ProviderOutcome {}

    /** It answered, but not in its own format: what it did is known to be of no use. */
    record Garbled(String detail) implements ProviderOutcome {}

    /**
     * The call was sent and no whole answer came: it may have been paid. Never to be repeated
     * blindly.
     */
    record Unknown(String detail) implements ProviderOutcome {}
}
