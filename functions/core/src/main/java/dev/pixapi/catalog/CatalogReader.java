package dev.pixapi.catalog;

import dev.pixapi.image.Background;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.ledger.Credits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads catalog.json: the jar's own, or the operator's. */
public final class CatalogReader {
    /** Of every model that says nothing else. */
    private static final int LONGEST_PROMPT = 32_000;

    private CatalogReader() {}

    /**
     * @param own the operator's file; empty for the catalogue that the jar carries
     * @throws IllegalArgumentException naming the field that is absent or wrong
     */
    public static Catalog read(Optional<Path> own) {
        try {
            return read(own.isPresent() ? Files.readAllBytes(own.get()) : carried());
        } catch (IOException failure) {
            throw new UncheckedIOException("The catalogue cannot be read.", failure);
        }
    }

    static Catalog read(byte[] json) {
        try {
            var file = new Fields(Json.object(json));
            var models = file.objects("models").stream().map(CatalogReader::model).toList();
            if (models.isEmpty()) {
                throw new IllegalArgumentException("models is empty");
            }
            return new Catalog(file.string("version"), models);
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException("The catalogue is no JSON: " + fault.getMessage());
        }
    }

    private static byte[] carried() throws IOException {
        try (var file = CatalogReader.class.getResourceAsStream("catalog.json")) {
            return file.readAllBytes();
        }
    }

    private static Model model(Fields model) {
        var id = model.string("id");
        try {
            return model(id, model);
        } catch (IllegalArgumentException | DateTimeException fault) {
            throw new IllegalArgumentException(id + ": " + fault.getMessage(), fault);
        }
    }

    private static Model model(String id, Fields model) {
        return new Model(
                id,
                model.string("owned_by"),
                Instant.ofEpochSecond(model.number("created")),
                aliases(id, model),
                operations(model),
                model.strings("qualities").stream().map(CatalogReader::quality).toList(),
                model.strings("backgrounds").stream().map(Background::named).toList(),
                SizeRuleReader.read(model.object("sizes")),
                prices(model.object("prices")),
                longestPrompt(model),
                RouteReader.editing(model),
                RouteReader.routes(model));
    }

    private static int longestPrompt(Fields model) {
        var longest = model.has("longest_prompt") ? model.number("longest_prompt") : LONGEST_PROMPT;
        if (longest < 1 || longest > LONGEST_PROMPT) {
            throw new IllegalArgumentException(
                    "longest_prompt must be from 1 to " + LONGEST_PROMPT);
        }
        return (int) longest;
    }

    private static Set<Operation> operations(Fields model) {
        var operations = EnumSet.noneOf(Operation.class);
        model.strings("operations").forEach(name -> operations.add(Operation.named(name)));
        return operations;
    }

    /** {@code tier_aliases} names tiers: behind each name, {@code -4k} sets the tier. */
    private static Model.Aliases aliases(String id, Fields model) {
        var names = model.strings("aliases");
        var tiers = new LinkedHashMap<String, Tier>();
        for (var suffix : model.strings("tier_aliases")) {
            if (!suffix.startsWith("-")) {
                throw new IllegalArgumentException("tier_aliases must begin with a dash");
            }
            tiers.put(id + suffix, tier(suffix.substring(1)));
            names.forEach(name -> tiers.put(name + suffix, tier(suffix.substring(1))));
        }
        return new Model.Aliases(names, tiers);
    }

    private static PriceTable prices(Fields table) {
        var perImage = new LinkedHashMap<Tier, Map<Quality, Credits>>();
        for (var tier : table.values().keySet()) {
            var row = table.object(tier);
            var prices = new LinkedHashMap<Quality, Credits>();
            row.values().keySet().forEach(q -> prices.put(quality(q), price(row, tier, q)));
            perImage.put(tier(tier), prices);
        }
        return new PriceTable(perImage);
    }

    private static Credits price(Fields row, String tier, String quality) {
        try {
            return Credits.of(row.decimal(quality));
        } catch (ArithmeticException | IllegalArgumentException fault) {
            throw new IllegalArgumentException(
                    "prices " + tier + " " + quality + ": " + fault.getMessage(), fault);
        }
    }

    private static Quality quality(String name) {
        return Quality.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no quality"));
    }

    static Tier tier(String name) {
        return Tier.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no tier"));
    }
}
