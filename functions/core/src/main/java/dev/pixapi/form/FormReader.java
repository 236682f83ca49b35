package dev.pixapi.form;

import dev.pixapi.api.HttpRequest;

import java.util.function.Predicate;

/** Reads a form. */
public final class FormReader {
    private FormReader() {}

    /**
     * @param isFile tells by a part's name whether it is a file
     */
    public static Form read(HttpRequest request, Predicate<String> isFile) {
        if (request.body().length == 0) {
            return new Form(java.util.Map.of(), java.util.List.of());
        }
        throw new UnsupportedOperationException();
    }
}
