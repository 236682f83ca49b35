package dev.pixapi.catalog;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.Ratio;
import dev.pixapi.image.RequestedSize.Exact;
import dev.pixapi.image.Tier;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model that makes any size within limits; its tier follows from the long edge.
 *
 * @param tierEdges the longest edge of each tier, in pixels, smallest tier first
 */
record CustomSizes(Limits limits, Map<Tier, Integer> tierEdges, SizeTable table)
        implements SizeRule {

    CustomSizes {
        if (tierEdges.isEmpty() || !table.sizes().keySet().equals(tierEdges.keySet())) {
            throw new IllegalArgumentException("tier_edges and sizes must have the same tiers");
        }
    }

    /** Of one image: sides are multiples of a step, pixels within a range, no side too long. */
    record Limits(int step, long leastPixels, long mostPixels, int mostRatio, int longEdge) {
        boolean allow(Dimensions size) {
            return size.width() % step == 0
                    && size.height() % step == 0
                    && size.pixels() >= leastPixels
                    && size.pixels() <= mostPixels
                    && size.longEdge() <= (long) size.shortEdge() * mostRatio
                    && size.longEdge() <= longEdge;
        }
    }

    @Override
    public Optional<ImageSize> exact(Exact size) {
        return limits.allow(size.dimensions())
                ? tierOf(size.dimensions())
                        .map(t -> new ImageSize(t, size.dimensions(), Optional.empty(), false))
                : Optional.empty();
    }

    @Override
    public Optional<ImageSize> tier(Tier tier, Optional<Ratio> ratio) {
        return table.find(tier, ratio);
    }

    @Override
    public ImageSize auto() {
        var size = table.find(defaultTier(), Optional.empty()).orElseThrow();
        return new ImageSize(size.tier(), size.dimensions(), Optional.empty(), true);
    }

    @Override
    public Collection<Tier> tiers() {
        return tierEdges.keySet();
    }

    @Override
    public Tier defaultTier() {
        return tierEdges.keySet().iterator().next();
    }

    @Override
    public String allowed() {
        return "auto; WIDTHxHEIGHT with both sides multiples of %d, %d to %d pixels, at most %d:1 and %d on the long edge; a tier: %s; a ratio: %s"
                .formatted(
                        limits.step,
                        limits.leastPixels,
                        limits.mostPixels,
                        limits.mostRatio,
                        limits.longEdge,
                        String.join(", ", table.describe().keySet()),
                        table.ratios());
    }

    @Override
    public Map<String, Object> describe() {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("multiple_of", limits.step);
        rule.put("min_pixels", limits.leastPixels);
        rule.put("max_pixels", limits.mostPixels);
        rule.put("max_ratio", limits.mostRatio + ":1");
        rule.put("max_edge", limits.longEdge);
        rule.putAll(table.describe());
        return rule;
    }

    private Optional<Tier> tierOf(Dimensions size) {
        return tierEdges.entrySet().stream()
                .filter(entry -> size.longEdge() <= entry.getValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
