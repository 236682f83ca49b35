package dev.pixapi.catalog;

import dev.pixapi.image.ImageSize;
import dev.pixapi.image.Ratio;
import dev.pixapi.image.RequestedSize;
import dev.pixapi.image.RequestedSize.Auto;
import dev.pixapi.image.RequestedSize.Exact;
import dev.pixapi.image.RequestedSize.OfRatio;
import dev.pixapi.image.RequestedSize.OfTier;
import dev.pixapi.image.Tier;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which sizes a model makes, and which tier each belongs to. Every form of {@code size} is accepted
 * by every rule; what a model cannot make is empty, and {@link #allowed} says what it can.
 */
public sealed interface SizeRule permits FixedSizes, CustomSizes, RatioSizes {

    Optional<ImageSize> exact(Exact size);

    /** One tier, and the ratio that is asked with it or left to the model. */
    Optional<ImageSize> tier(Tier tier, Optional<Ratio> ratio);

    ImageSize auto();

    /** For a message: what may stand in {@code size}. */
    String allowed();

    /** For the models list: the rule as JSON. */
    Map<String, Object> describe();

    /** Every tier that a size may have: each needs a price. */
    Collection<Tier> tiers();

    /** The tier of a bare ratio. */
    Tier defaultTier();

    default Optional<ImageSize> resolve(RequestedSize size) {
        return switch (size) {
            case Auto() -> Optional.of(auto());
            case Exact exact -> exact(exact);
            case OfTier(var tier) -> tier(tier, Optional.empty());
            case OfRatio(var ratio) -> tier(defaultTier(), Optional.of(ratio));
        };
    }

    /** As {@link #resolve}, of a model alias that sets the tier: the size may only add a ratio. */
    default Optional<ImageSize> resolve(RequestedSize size, Tier fixed) {
        return switch (size) {
            case Auto() -> tier(fixed, Optional.empty());
            case Exact exact -> exact(exact).filter(found -> found.tier() == fixed);
            case OfTier(var tier) -> tier(tier, Optional.empty()).filter(s -> s.tier() == fixed);
            case OfRatio(var ratio) -> tier(fixed, Optional.of(ratio));
        };
    }
}
