package dev.pixapi.request;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.form.FormReader;
import dev.pixapi.input.Sources;

/** Reads the body of an edit, whichever of its forms a client sends. */
public final class EditReader {
    /** OpenAI's own limit, and Pixapi's. */
    static final int MOST_IMAGES = 16;

    private static final String FORM = "multipart/form-data";
    private static final String JSON = "application/json";

    private EditReader() {}

    /**
     * @throws ApiException when the body is neither form nor JSON, or names no image to start from
     */
    public static ImagesBody read(HttpRequest request) {
        return checked(body(request));
    }

    /** As {@link #read}, where no path tells: a body without images is a generation's. */
    public static ImagesBody readEither(HttpRequest request) {
        var body = body(request);
        return body.sources().equals(Sources.NONE) ? body : checked(body);
    }

    private static ImagesBody body(HttpRequest request) {
        Parameters.refuseAsync(request);
        return switch (request.mediaType().orElse(JSON)) {
            case FORM -> EditForm.read(FormReader.read(request, EditForm.FILES));
            case JSON -> EditJson.read(Parameters.ofJson(request));
            default ->
                    throw ApiException.of(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Type must be " + FORM + " or " + JSON + ".");
        };
    }

    private static ImagesBody checked(ImagesBody edit) {
        Sources sources = edit.sources();
        if (sources.areNone()) {
            throw Parameters.missing("image");
        }
        if (sources.images().size() > MOST_IMAGES) {
            throw Parameters.invalid("image", "must be at most " + MOST_IMAGES + " images");
        }
        return edit;
    }
}
