package dev.pixapi.provider.openai;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.json.Json;
import dev.pixapi.provider.ProviderCall;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A request as the GPT image models want it: no response_format, which they refuse.
 *
 * @param path behind the base URL
 */
record OpenAiBody(String path, String contentType, BodyPublisher publisher) {
    /** The hints that belong to each; the others are of older models. */
    private static final List<String> GENERATION_HINTS = List.of("moderation", "user");

    private static final List<String> EDIT_HINTS = List.of("input_fidelity", "user");

    static OpenAiBody of(ProviderCall call) {
        return call.inputs().areNone() ? generation(call) : edit(call);
    }

    private static OpenAiBody generation(ProviderCall call) {
        var json = Json.bytes(fields(call, GENERATION_HINTS));
        return new OpenAiBody(
                "/images/generations", "application/json", BodyPublishers.ofByteArray(json));
    }

    private static OpenAiBody edit(ProviderCall call) {
        var form = new MultipartBody(UUID.randomUUID().toString());
        fields(call, EDIT_HINTS).forEach((name, value) -> form.text(name, value.toString()));
        var images = call.inputs().images();
        var name = images.size() == 1 ? "image" : "image[]";
        for (var image : images) {
            add(form, name, image.info().format(), image.bytes());
        }
        call.inputs().mask().ifPresent(m -> add(form, "mask", m.info().format(), m.bytes()));
        return new OpenAiBody("/images/edits", form.contentType(), form.publisher());
    }

    /** The file's name says its type too: OpenAI goes by either. */
    private static void add(MultipartBody form, String name, ImageFormat format, byte[] bytes) {
        form.file(name, "image." + format.fileExtension(), format.mediaType(), bytes);
    }

    private static Map<String, Object> fields(ProviderCall call, List<String> hints) {
        var image = call.image();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("model", call.route().model());
        fields.put("prompt", image.prompt());
        fields.put("n", image.count());
        fields.put("size", size(image));
        fields.put("quality", image.quality().wireName());
        fields.put("background", image.output().background().wireName());
        var format = format(image.output().formatOrPng(), call.route().can().formats());
        fields.put("output_format", format.wireName());
        if (format != ImageFormat.PNG) {
            image.output().compression().ifPresent(c -> fields.put("output_compression", c));
        }
        hints.stream()
                .filter(image.hints()::containsKey)
                .forEach(name -> fields.put(name, image.hints().get(name)));
        return fields;
    }

    private static String size(ImageRequest image) {
        return image.size().auto() ? "auto" : image.size().dimensions().toString();
    }

    /** What the route does not make is made here, of an image that lost nothing. */
    private static ImageFormat format(ImageFormat asked, Set<ImageFormat> made) {
        return made.contains(asked) ? asked : ImageFormat.PNG;
    }
}
