package dev.pixapi.request;

import dev.pixapi.api.Parameters;
import dev.pixapi.form.Form;
import dev.pixapi.form.Form.FilePart;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.Sources;
import dev.pixapi.input.Sources.Named;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An edit as a form: parts {@code image} or {@code image[]}, as often as there are images, and
 * {@code mask}. Which part is a file is decided by its name: some SDKs send files without a file
 * name, and texts with a content type.
 */
final class EditForm {
    private static final Pattern IMAGES = Pattern.compile("image(\\[\\d{0,3}])?");
    private static final String IMAGE = "image";
    private static final String MASK = "mask";
    private static final String METADATA = "metadata";

    static final Predicate<String> FILES =
            name -> name.equals(MASK) || IMAGES.matcher(name).matches();

    /**
     * {@code metadata[order]}: how OpenAI's SDKs write an object into a form; others write JSON.
     */
    private static final Pattern PAIR = Pattern.compile("metadata\\[([^\\[\\]]*)]");

    private EditForm() {}

    static ImagesBody read(Form form) {
        return new ImagesBody(new Parameters(values(form.fields()), true), sources(form.files()));
    }

    private static Sources sources(List<FilePart> files) {
        var byKind = files.stream().collect(Collectors.partitioningBy(f -> f.name().equals(MASK)));
        var masks = byKind.get(true);
        if (masks.size() > 1) {
            throw Parameters.invalid(MASK, "must be there once");
        }
        return new Sources(
                images(byKind.get(false)), masks.stream().map(f -> named(MASK, f)).findAny());
    }

    /** One is called as its part mostly is; of several, each by its place. */
    private static List<Named> images(List<FilePart> files) {
        if (files.size() == 1) {
            return List.of(named(IMAGE, files.getFirst()));
        }
        return IntStream.range(0, files.size())
                .mapToObj(i -> named(IMAGE + "[" + i + "]", files.get(i)))
                .toList();
    }

    private static Named named(String parameter, FilePart file) {
        return new Named(parameter, new Inline(file.bytes()));
    }

    private static Map<String, Object> values(Map<String, String> fields) {
        var values = new LinkedHashMap<String, Object>();
        var metadata = new LinkedHashMap<String, Object>();
        fields.forEach(
                (name, text) -> {
                    var pair = PAIR.matcher(name);
                    if (pair.matches()) {
                        metadata.put(pair.group(1), text);
                    } else {
                        values.put(name, text);
                    }
                });
        if (values.containsKey(METADATA)) {
            metadata(fields.get(METADATA)).forEach(metadata::putIfAbsent);
        }
        if (!metadata.isEmpty()) {
            values.put(METADATA, metadata);
        }
        return values;
    }

    private static Map<String, Object> metadata(String json) {
        try {
            return Json.object(json);
        } catch (MalformedJson fault) {
            throw Parameters.invalid(
                    METADATA,
                    "must be a JSON object, or fields "
                            + METADATA
                            + "[name] ("
                            + fault.getMessage()
                            + ")");
        }
    }
}
