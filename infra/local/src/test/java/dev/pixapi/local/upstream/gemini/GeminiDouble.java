package dev.pixapi.local.upstream.gemini;

import dev.pixapi.image.ImageInspector;
import dev.pixapi.json.Fields;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.UpstreamAnswer;
import dev.pixapi.local.upstream.UpstreamDouble;
import dev.pixapi.local.upstream.UpstreamRequest;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The double as Gemini: it refuses what Gemini refuses, field by field, and makes one image of one
 * colour a call.
 */
final class GeminiDouble {
    private static final Pattern LINE =
            Pattern.compile("POST /v1beta/models/([a-z0-9.-]+):generateContent HTTP/1.1");

    /** What each model makes beside 1K. The oldest knows no sizes, not even that one. */
    private static final Map<String, Set<String>> SIZES =
            Map.of(
                    "gemini-2.5-flash-image", Set.of(),
                    "gemini-3.1-flash-lite-image", Set.of("1K"),
                    "gemini-3.1-flash-image-preview", Set.of("512", "1K", "2K", "4K"),
                    "gemini-3-pro-image-preview", Set.of("1K", "2K", "4K"));

    private static final Set<String> RATIOS =
            Set.of("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9");

    /** What one model makes besides. */
    private static final Set<String> STRIPES = Set.of("1:4", "4:1", "1:8", "8:1");

    private GeminiDouble() {}

    static UpstreamDouble start() {
        var started = UpstreamDouble.start();
        started.behave(asAsked());
        return started;
    }

    /**
     * Settings that lead a system here.
     *
     * @param more names and values in turn
     */
    static Map<String, String> settings(UpstreamDouble upstream, String... more) {
        var settings = new HashMap<String, String>();
        settings.put("GEMINI_BASE_URL", upstream.origin() + "/v1beta");
        settings.put("GEMINI_API_KEY", UpstreamDouble.KEY);
        for (var i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    static Behaviour asAsked() {
        return exchange -> exchange.answer(whole(exchange.request()));
    }

    /** The whole answer, for behaviours that spoil it on the way. */
    static UpstreamAnswer whole(UpstreamRequest request) {
        return refused(request)
                .map(why -> GeminiAnswers.refusal(400, "INVALID_ARGUMENT", why))
                .orElseGet(
                        () ->
                                GeminiAnswers.parts(
                                        GeminiAnswers.text("Here it is."),
                                        GeminiAnswers.image(Pictures.of(config(request)))));
    }

    static Fields config(UpstreamRequest request) {
        return request.json().object("generationConfig");
    }

    /** The parts of the one turn. */
    static List<Fields> parts(UpstreamRequest request) {
        return request.json().objects("contents").getFirst().objects("parts");
    }

    private static Optional<String> refused(UpstreamRequest request) {
        var line = LINE.matcher(request.line());
        if (!line.matches() || !SIZES.containsKey(line.group(1))) {
            return Optional.of("models");
        }
        if (!request.header("x-goog-api-key").equals(UpstreamDouble.KEY)) {
            return Optional.of("key");
        }
        return Stream.of(
                        unknown(request.json(), "contents", "generationConfig"),
                        unknown(config(request), "responseModalities", "imageConfig"),
                        refusedPart(request),
                        refusedSize(config(request), line.group(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> refusedSize(Fields config, String model) {
        if (!config.has("imageConfig")) {
            return Optional.empty();
        }
        var image = config.object("imageConfig");
        var unknown = unknown(image, "aspectRatio", "imageSize");
        var striped = model.equals("gemini-3.1-flash-image-preview");
        var ratio =
                image.optionalString("aspectRatio")
                        .filter(r -> !RATIOS.contains(r))
                        .filter(r -> !striped || !STRIPES.contains(r));
        return unknown.or(() -> ratio)
                .or(
                        () ->
                                image.optionalString("imageSize")
                                        .filter(size -> !SIZES.get(model).contains(size)));
    }

    /** A text first, and then images that are what they are said to be. */
    private static Optional<String> refusedPart(UpstreamRequest request) {
        var parts = parts(request);
        if (parts.getFirst().string("text").isEmpty()) {
            return Optional.of("text");
        }
        return parts.stream()
                .skip(1)
                .map(part -> part.object("inlineData"))
                .filter(data -> !isImage(data))
                .map(_ -> "inlineData")
                .findFirst();
    }

    private static boolean isImage(Fields data) {
        var bytes = Base64.getDecoder().decode(data.string("data"));
        return ImageInspector.inspect(bytes)
                .filter(info -> info.format().mediaType().equals(data.string("mimeType")))
                .isPresent();
    }

    private static Optional<String> unknown(Fields object, String... known) {
        return object.values().keySet().stream()
                .filter(name -> !Set.of(known).contains(name))
                .findFirst();
    }
}
