package dev.pixapi.request;

import dev.pixapi.api.Parameters;
import dev.pixapi.input.Sources;

/**
 * The body of a generation or an edit: its parameters, and apart from them where its images are to
 * be had.
 */
public record ImagesBody(Parameters parameters, Sources sources) {

    /** A generation starts from nothing. */
    public static ImagesBody of(Parameters parameters) {
        return new ImagesBody(parameters, Sources.NONE);
    }
}
