package dev.pixapi.catalog;

import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;
import dev.pixapi.ledger.Credits;

import java.util.Map;
import java.util.Optional;

/**
 * Credits for one image, by tier and quality. A model without qualities has its prices under auto.
 */
public record PriceTable(Map<Tier, Map<Quality, Credits>> perImage) {

    public Optional<Credits> price(Tier tier, Quality quality) {
        return Optional.ofNullable(perImage.getOrDefault(tier, Map.of()).get(quality));
    }
}
