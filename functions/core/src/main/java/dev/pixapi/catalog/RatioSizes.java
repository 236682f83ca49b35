package dev.pixapi.catalog;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.Ratio;
import dev.pixapi.image.RequestedSize.Exact;
import dev.pixapi.image.Tier;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that is asked by tier and aspect ratio. A size in pixels is taken for the tier of its
 * long edge and for the nearest ratio; the image's real size is reported when it is there.
 *
 * @param tiers those that it makes, its default first
 * @param tierEdges the longest edge of each tier that a size in pixels may have, smallest first
 */
record RatioSizes(List<Tier> tiers, List<Ratio> ratios, Map<Tier, Integer> tierEdges)
        implements SizeRule {
    /** No edge below this is an image that anybody wants. */
    private static final int SHORTEST_EDGE = 128;

    /** Sizes in pixels are rounded, so their ratio may differ from the model's by some percent. */
    private static final double RATIO_TOLERANCE = 0.08;

    RatioSizes {
        if (tiers.isEmpty() || !ratios.contains(Ratio.SQUARE) || tierEdges.isEmpty()) {
            throw new IllegalArgumentException(
                    "tiers, ratios (with 1:1) and tier_edges are needed");
        }
    }

    @Override
    public Optional<ImageSize> exact(Exact size) {
        var wanted = size.dimensions();
        var ratio = ratios.stream().min(Comparator.comparingDouble(r -> r.distance(wanted)));
        return ratio.filter(found -> found.distance(wanted) <= RATIO_TOLERANCE)
                .filter(_ -> wanted.shortEdge() >= SHORTEST_EDGE)
                .flatMap(found -> tierOf(wanted).flatMap(t -> tier(t, Optional.of(found))));
    }

    @Override
    public Optional<ImageSize> tier(Tier tier, Optional<Ratio> ratio) {
        var known = tiers.contains(tier) && ratio.map(ratios::contains).orElse(true);
        return known
                ? Optional.of(
                        new ImageSize(tier, pixels(tier, ratio.orElse(Ratio.SQUARE)), ratio, false))
                : Optional.empty();
    }

    @Override
    public ImageSize auto() {
        var size = pixels(defaultTier(), Ratio.SQUARE);
        return new ImageSize(defaultTier(), size, Optional.empty(), true);
    }

    @Override
    public Tier defaultTier() {
        return tiers.getFirst();
    }

    @Override
    public String allowed() {
        return "auto; a tier: %s; a ratio: %s; WIDTHxHEIGHT of one of these ratios, %d to %d pixels a side"
                .formatted(tierNames(), ratioNames(), SHORTEST_EDGE, longestEdge());
    }

    @Override
    public Map<String, Object> describe() {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("tiers", tierNames());
        rule.put("ratios", ratioNames());
        return rule;
    }

    private List<String> tierNames() {
        return tiers.stream().map(Tier::wireName).toList();
    }

    private List<String> ratioNames() {
        return ratios.stream().map(Ratio::toString).toList();
    }

    private int longestEdge() {
        return tierEdges.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private Optional<Tier> tierOf(Dimensions size) {
        return tierEdges.entrySet().stream()
                .filter(entry -> size.longEdge() <= entry.getValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** About as many pixels as the tier's square has, with sides that are multiples of 16. */
    private static Dimensions pixels(Tier tier, Ratio ratio) {
        var shape = Math.sqrt((double) ratio.width() / ratio.height());
        return new Dimensions(rounded(tier.edge() * shape), rounded(tier.edge() / shape));
    }

    private static int rounded(double side) {
        return (int) Math.round(side / 16) * 16;
    }
}
