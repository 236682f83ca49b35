package dev.pixapi.request;

import dev.pixapi.api.Parameters;
import dev.pixapi.form.Form;
import dev.pixapi.form.Form.FilePart;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.Sources;
import dev.pixapi.input.Sources.Named;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An edit as a form: parts {@code image} or {@code image[]}, as often as there are images, and
 * {@code mask}. Which part is a file is decided by its name: some SDKs send files without a file
 * name, and texts with a content type.
 */
final class EditForm {
    private static final Pattern IMAGE = Pattern.compile("image(\\[\\d{0,3}])?");
    private static final String MASK = "mask";

    static final Predicate<String> FILES =
            name -> name.equals(MASK) || IMAGE.matcher(name).matches();

    /** {@code metadata[order]}: how OpenAI's SDKs write an object into a form. */
    private static final Pattern PAIR = Pattern.compile("metadata\\[([^\\[\\]]*)]");

    private EditForm() {}

    static ImagesBody read(Form form) {
        return new ImagesBody(new Parameters(values(form.fields()), true), sources(form.files()));
    }

    private static Sources sources(List<FilePart> files) {
        var images = new ArrayList<Named>();
        Optional<Named> mask = Optional.empty();
        for (var file : files) {
            if (!file.name().equals(MASK)) {
                images.add(named("image[" + images.size() + "]", file));
            } else if (mask.isPresent()) {
                throw Parameters.invalid(MASK, "must be there once");
            } else {
                mask = Optional.of(named(MASK, file));
            }
        }
        return new Sources(images, mask);
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
        if (!metadata.isEmpty()) {
            values.put("metadata", metadata);
        }
        return values;
    }
}
