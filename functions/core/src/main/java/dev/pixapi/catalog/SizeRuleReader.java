package dev.pixapi.catalog;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.Ratio;
import dev.pixapi.image.Tier;
import dev.pixapi.json.Fields;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the three kinds of size rules. */
final class SizeRuleReader {
    private SizeRuleReader() {}

    static SizeRule read(Fields rule) {
        return switch (rule.string("rule")) {
            case "fixed" -> new FixedSizes(CatalogReader.tier(rule.string("tier")), table(rule));
            case "custom" -> new CustomSizes(limits(rule), edges(rule), table(rule));
            case "ratio" ->
                    new RatioSizes(
                            rule.strings("tiers").stream().map(CatalogReader::tier).toList(),
                            rule.strings("ratios").stream().map(Ratio::of).toList(),
                            edges(rule));
            case String other -> throw new IllegalArgumentException(other + " is no rule of sizes");
        };
    }

    private static CustomSizes.Limits limits(Fields rule) {
        return new CustomSizes.Limits(
                (int) rule.number("multiple_of"),
                rule.number("min_pixels"),
                rule.number("max_pixels"),
                (int) rule.number("max_ratio"),
                (int) rule.number("max_edge"));
    }

    private static Map<Tier, Integer> edges(Fields rule) {
        var edges = rule.object("tier_edges");
        var result = new LinkedHashMap<Tier, Integer>();
        edges.values()
                .keySet()
                .forEach(t -> result.put(CatalogReader.tier(t), (int) edges.number(t)));
        return result;
    }

    private static SizeTable table(Fields rule) {
        var rows = rule.object("sizes");
        var result = new LinkedHashMap<Tier, Map<Ratio, Dimensions>>();
        for (var tier : rows.values().keySet()) {
            var row = rows.object(tier);
            var sizes = new LinkedHashMap<Ratio, Dimensions>();
            row.values()
                    .keySet()
                    .forEach(r -> sizes.put(Ratio.of(r), Dimensions.of(row.string(r))));
            result.put(CatalogReader.tier(tier), sizes);
        }
        return new SizeTable(result);
    }
}
