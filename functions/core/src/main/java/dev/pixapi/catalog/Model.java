package dev.pixapi.catalog;

import dev.pixapi.image.Background;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model as the catalogue knows it.
 *
 * @param aliases other names; a name that sets a tier has it as value
 * @param qualities those a caller may ask for beside auto; empty for a model that has none
 * @param longestPrompt in characters, as Unicode code points
 * @param editing what its edits may start from
 * @param routes the ways to it, in the order in which they are tried
 */
public record Model(
        String id,
        String owner,
        Instant created,
        Aliases aliases,
        Set<Operation> operations,
        List<Quality> qualities,
        List<Background> backgrounds,
        SizeRule sizes,
        PriceTable prices,
        int longestPrompt,
        Editing editing,
        List<Route> routes) {

    /** Names that mean this model, and names that mean it at one tier. */
    public record Aliases(List<String> names, Map<String, Tier> tiers) {}

    /** Whatever can be asked for has a price, and some way to it. */
    public Model {
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("routes is empty");
        }
        if (operations.contains(Operation.EDITS) != editing.isPossible()) {
            throw new IllegalArgumentException("edits and inputs go together");
        }
        for (var tier : sizes.tiers()) {
            Stream.concat(qualities.stream(), Stream.of(Quality.AUTO))
                    .filter(quality -> prices.price(tier, quality).isEmpty())
                    .forEach(quality -> refuse(tier, quality));
        }
    }

    private static void refuse(Tier tier, Quality quality) {
        throw new IllegalArgumentException(
                "prices lacks " + tier.wireName() + " " + quality.wireName());
    }

    /** True when a caller may ask for this quality. */
    public boolean has(Quality quality) {
        return quality == Quality.AUTO || qualities.contains(quality);
    }
}
