package dev.pixapi.provider.openai;

import dev.pixapi.image.ImageRequest;
import dev.pixapi.provider.ProviderCall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request as the GPT image models want it: no response_format, which they refuse. */
final class OpenAiBody {
    /** The hints that belong to generations; the others are of edits, or of older models. */
    private static final List<String> HINTS = List.of("moderation", "user");

    private OpenAiBody() {}

    static Map<String, Object> of(ProviderCall call) {
        var image = call.image();
        var body = new LinkedHashMap<String, Object>();
        body.put("model", call.route().model());
        body.put("prompt", image.prompt());
        body.put("n", image.count());
        body.put("size", size(image));
        body.put("quality", image.quality().wireName());
        body.put("background", image.output().background().wireName());
        body.put("output_format", image.output().formatOrPng().wireName());
        image.output().compression().ifPresent(c -> body.put("output_compression", c));
        HINTS.stream()
                .filter(image.hints()::containsKey)
                .forEach(name -> body.put(name, image.hints().get(name)));
        return body;
    }

    private static String size(ImageRequest image) {
        return image.size().auto() ? "auto" : image.size().dimensions().toString();
    }
}
