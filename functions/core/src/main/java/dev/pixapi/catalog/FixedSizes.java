package dev.pixapi.catalog;

import dev.pixapi.image.ImageSize;
import dev.pixapi.image.Ratio;
import dev.pixapi.image.RequestedSize.Exact;
import dev.pixapi.image.Tier;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A model that makes a short list of sizes, all of one tier. */
record FixedSizes(Tier defaultTier, SizeTable table) implements SizeRule {
    FixedSizes {
        if (table.find(defaultTier, Optional.empty()).isEmpty()) {
            throw new IllegalArgumentException("sizes lacks the tier");
        }
    }

    @Override
    public Optional<ImageSize> exact(Exact size) {
        return table.sizes().get(defaultTier).entrySet().stream()
                .filter(entry -> entry.getValue().equals(size.dimensions()))
                .findAny()
                .flatMap(entry -> table.find(defaultTier, Optional.of(entry.getKey())));
    }

    @Override
    public Optional<ImageSize> tier(Tier tier, Optional<Ratio> ratio) {
        return table.find(tier, ratio);
    }

    @Override
    public ImageSize auto() {
        var size = table.find(defaultTier, Optional.empty()).orElseThrow();
        return new ImageSize(size.tier(), size.dimensions(), Optional.empty(), true);
    }

    @Override
    public Collection<Tier> tiers() {
        return table.sizes().keySet();
    }

    @Override
    public String allowed() {
        return table.sizes().get(defaultTier).entrySet().stream()
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .collect(Collectors.joining(", ", "auto, " + defaultTier.wireName() + ", ", ""));
    }

    @Override
    public Map<String, Object> describe() {
        return table.describe();
    }
}
