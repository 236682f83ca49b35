package dev.pixapi.lambda.handler;

import dev.pixapi.catalog.Editing;
import dev.pixapi.catalog.Model;
import dev.pixapi.catalog.Operation;
import dev.pixapi.image.Background;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.Quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model as the API shows it: OpenAI's four fields, then ours. */
final class ModelJson {
    private ModelJson() {}

    static Map<String, Object> of(Model model) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", model.id());
        json.put("object", "model");
        json.put("created", model.created().getEpochSecond());
        json.put("owned_by", model.owner());
        json.put("aliases", model.aliases().names());
        json.put("tier_aliases", tierAliases(model));
        json.put("operations", model.operations().stream().map(Operation::wireName).toList());
        if (model.editing().isPossible()) {
            json.put("inputs", inputs(model.editing()));
        }
        json.put("sizes", model.sizes().describe());
        json.put("qualities", model.qualities().stream().map(Quality::wireName).toList());
        json.put("backgrounds", model.backgrounds().stream().map(Background::wireName).toList());
        json.put(
                "output_formats",
                Arrays.stream(ImageFormat.values()).map(ImageFormat::wireName).toList());
        json.put("prices", prices(model));
        return json;
    }

    /** What an edit may start from. */
    private static Map<String, Object> inputs(Editing editing) {
        var json = new LinkedHashMap<String, Object>();
        json.put("images", editing.images());
        json.put("mask", editing.mask());
        json.put("resizes", editing.resizes());
        return json;
    }

    private static Map<String, Object> tierAliases(Model model) {
        var json = new LinkedHashMap<String, Object>();
        model.aliases().tiers().forEach((name, tier) -> json.put(name, tier.wireName()));
        return json;
    }

    /** Credits for one image, by tier and quality. */
    private static Map<String, Object> prices(Model model) {
        var json = new LinkedHashMap<String, Object>();
        model.prices()
                .perImage()
                .forEach(
                        (tier, row) -> {
                            var prices = new LinkedHashMap<String, Object>();
                            row.forEach((q, credits) -> prices.put(q.wireName(), credits.toJson()));
                            json.put(tier.wireName(), prices);
                        });
        return json;
    }
}
