package dev.pixapi.image;

import java.util.Optional;

/**
 * {@code size} as a caller may write it: {@code auto}, {@code 1024x1024}, {@code 2K} or {@code
 * 16:9}.
 */
public sealed interface RequestedSize {
    record Auto() implements RequestedSize {}

    record Exact(Dimensions dimensions) implements RequestedSize {}

    record OfTier(Tier tier) implements RequestedSize {}

    record OfRatio(Ratio ratio) implements RequestedSize {}

    /**
     * Empty when the text has none of the four forms, or a side of zero or of more than five
     * digits.
     */
    static Optional<RequestedSize> parse(String text) {
        if (text.equals("auto")) {
            return Optional.of(new Auto());
        }
        var tier = Tier.named(text);
        if (tier.isPresent()) {
            return tier.map(OfTier::new);
        }
        if (Dimensions.FORM.matcher(text).matches()) {
            return Optional.of(new Exact(Dimensions.of(text)));
        }
        return Ratio.FORM.matcher(text).matches()
                ? Optional.of(new OfRatio(Ratio.of(text)))
                : Optional.empty();
    }
}
