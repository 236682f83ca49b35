package dev.pixapi.catalog;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.Ratio;
import dev.pixapi.image.Tier;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pixels that stand for a tier and a ratio, with each tier's own ratio first. */
record SizeTable(Map<Tier, Map<Ratio, Dimensions>> sizes) {

    Optional<ImageSize> find(Tier tier, Optional<Ratio> ratio) {
        var row = sizes.getOrDefault(tier, Map.of());
        var wanted = ratio.or(() -> row.keySet().stream().findFirst());
        return wanted.map(row::get).map(size -> new ImageSize(tier, size, wanted, false));
    }

    /** Every ratio of every tier, for a message. */
    String ratios() {
        return sizes.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .map(Ratio::toString)
                .collect(Collectors.joining(", "));
    }

    Map<String, Object> describe() {
        return Describe.map(
                sizes,
                Tier::wireName,
                row -> Describe.map(row, Ratio::toString, Dimensions::toString));
    }
}
