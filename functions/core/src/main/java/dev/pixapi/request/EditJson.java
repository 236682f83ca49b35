package dev.pixapi.request;

import dev.pixapi.api.Parameters;
import dev.pixapi.input.DataUrl;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.ImageSource.Link;
import dev.pixapi.input.ImageSource.UploadedFile;
import dev.pixapi.input.Sources;
import dev.pixapi.input.Sources.Named;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An edit as JSON: {@code image} as a text or a list of texts, or OpenAI's {@code images}, a list
 * of objects; {@code mask} in either form. A text is an https URL or a data URL.
 */
final class EditJson {
    private static final Set<String> NAMES = Set.of("image", "images", "mask");

    private EditJson() {}

    static ImagesBody read(Parameters parameters) {
        var values = parameters.values();
        if (parameters.has("image") && parameters.has("images")) {
            throw Parameters.invalid("images", "cannot stand beside 'image'");
        }
        var images = new ArrayList<Named>(list("image", values.get("image")));
        images.addAll(list("images", values.get("images")));
        var mask = Optional.ofNullable(values.get("mask")).map(value -> one("mask", value));
        return new ImagesBody(parameters.without(NAMES), new Sources(images, mask));
    }

    private static List<Named> list(String name, Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> items -> items(name, items);
            default -> List.of(one(name, value));
        };
    }

    private static List<Named> items(String name, List<?> items) {
        if (items.size() > EditReader.MOST_IMAGES) {
            throw Parameters.invalid(name, "must be at most " + EditReader.MOST_IMAGES + " images");
        }
        var named = new ArrayList<Named>();
        for (var item : items) {
            named.add(one(name + "[" + named.size() + "]", item));
        }
        return named;
    }

    private static Named one(String name, Object value) {
        return switch (value) {
            case String url -> ofUrl(name, url);
            case Map<?, ?> object -> ofObject(name, object);
            case null, default ->
                    throw Parameters.invalid(
                            name, "must be a URL, or an object with 'image_url' or 'file_id'");
        };
    }

    private static Named ofObject(String name, Map<?, ?> object) {
        var url = object.get("image_url");
        var file = object.get("file_id");
        if (url instanceof String text && file == null) {
            return ofUrl(name + ".image_url", text);
        }
        if (file instanceof String id && url == null) {
            return new Named(name + ".file_id", new UploadedFile(id));
        }
        throw Parameters.invalid(name, "must have either 'image_url' or 'file_id', as a string");
    }

    private static Named ofUrl(String name, String url) {
        return new Named(
                name, DataUrl.is(url) ? new Inline(DataUrl.bytes(name, url)) : new Link(url));
    }
}
