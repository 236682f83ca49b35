package dev.pixapi.request;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.catalog.NamedModel;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputShape;
import dev.pixapi.image.Quality;
import dev.pixapi.image.RequestedSize;
import dev.pixapi.media.Retention;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the parameters of a generation or an edit and holds them against the catalogue; the first
 * fault is answered.
 */
public final class ImagesReader {
    private static final int MOST_IMAGES = 10;
    private static final List<String> HINTS =
            List.of("moderation", "input_fidelity", "style", "user");

    private final Catalog catalog;

    public ImagesReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** As {@link #read(Parameters, ResponseFormat, InputShape)}, of a generation. */
    public ImagesRequest read(Parameters parameters, ResponseFormat preferred) {
        return read(parameters, preferred, InputShape.NONE);
    }

    /**
     * @param preferred the response format where the request names none
     * @param inputs what an edit starts from; none makes it a generation
     * @throws ApiException for the first parameter that is absent, wrong or not the model's
     */
    public ImagesRequest read(Parameters parameters, ResponseFormat preferred, InputShape inputs) {
        refuseUnsupported(parameters);
        var named = model(parameters);
        var rules = new InputRules(catalog);
        rules.check(named.model(), inputs);
        var image = image(parameters, named, inputs);
        rules.checkSize(named.model(), inputs, image.size());
        parameters.integer("partial_images", 0, 3);
        return new ImagesRequest(
                image,
                responseFormat(parameters, preferred),
                parameters.flag("stream").orElse(false),
                parameters.pairs("metadata"),
                retention(parameters));
    }

    private static ImageRequest image(Parameters parameters, NamedModel named, InputShape inputs) {
        var prompt =
                parameters
                        .text("prompt", 1, named.model().longestPrompt())
                        .orElseThrow(() -> Parameters.missing("prompt"));
        var count = parameters.integer("n", 1, MOST_IMAGES).orElse(1);
        return new ImageRequest(
                named.model().id(),
                prompt,
                count,
                size(parameters, named),
                quality(parameters, named),
                OutputReader.read(parameters, named.model()),
                inputs,
                hints(parameters));
    }

    private NamedModel model(Parameters parameters) {
        var name = parameters.text("model", 1, 100).orElseThrow(() -> Parameters.missing("model"));
        return catalog.find(name)
                .orElseThrow(
                        () ->
                                ApiException.at(
                                        "model",
                                        ErrorCode.MODEL_NOT_FOUND,
                                        "There is no such model; GET /v1/models lists them."));
    }

    private static ImageSize size(Parameters parameters, NamedModel named) {
        var rule = named.model().sizes();
        var text = parameters.text("size", 1, 20).orElse("auto");
        return RequestedSize.parse(text)
                .flatMap(
                        size ->
                                named.tier()
                                        .map(tier -> rule.resolve(size, tier))
                                        .orElseGet(() -> rule.resolve(size)))
                .orElseThrow(() -> Parameters.invalid("size", sizeRule(named)));
    }

    private static String sizeRule(NamedModel named) {
        return "must be one that "
                + named.model().id()
                + " makes"
                + named.tier().map(t -> " in " + t.wireName()).orElse("")
                + ": "
                + named.model().sizes().allowed();
    }

    private static Quality quality(Parameters parameters, NamedModel named) {
        var known = Arrays.stream(Quality.values()).map(Quality::wireName).toList();
        var quality =
                parameters.choice("quality", known).flatMap(Quality::named).orElse(Quality.AUTO);
        if (!named.model().has(quality)) {
            throw ApiException.at(
                    "quality",
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    named.model().id() + " has no qualities; leave 'quality' out.");
        }
        return quality;
    }

    private static Map<String, String> hints(Parameters parameters) {
        var hints = new LinkedHashMap<String, String>();
        for (var name : HINTS) {
            parameters.text(name, 1, 256).ifPresent(value -> hints.put(name, value));
        }
        return hints;
    }

    private static ResponseFormat responseFormat(Parameters parameters, ResponseFormat preferred) {
        var known = Stream.of(ResponseFormat.values()).map(ResponseFormat::wireName).toList();
        return parameters
                .choice("response_format", known)
                .flatMap(ResponseFormat::named)
                .orElse(preferred);
    }

    private static Optional<Retention> retention(Parameters parameters) {
        var days = parameters.integer("retention_days", 1, Integer.MAX_VALUE);
        return days.map(
                number ->
                        Retention.ofDays(number)
                                .orElseThrow(
                                        () ->
                                                Parameters.invalid(
                                                        "retention_days", "must be 1, 7 or 30")));
    }

    private static void refuseUnsupported(Parameters parameters) {
        if (parameters.has("async")) {
            throw Parameters.asyncIsAPath();
        }
        if (parameters.has("webhook_url")) {
            throw ApiException.at(
                    "webhook_url",
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "Webhooks are not available; ask GET /v1/tasks/{id}?wait=25 instead.");
        }
    }
}
