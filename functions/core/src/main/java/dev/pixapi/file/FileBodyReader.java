package dev.pixapi.file;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.FileBody.Inline;
import dev.pixapi.file.FileBody.Reservation;
import dev.pixapi.form.Form;
import dev.pixapi.form.FormReader;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.InputLimits;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the body of POST /v1/files: a form with the file, as OpenAI's SDKs send it, or JSON that
 * declares a file to be uploaded directly.
 */
public final class FileBodyReader {
    static final String FILE = "file";

    private static final String FORM = "multipart/form-data";
    private static final String JSON = "application/json";
    private static final String FILE_NAME = "filename";
    private static final int LONGEST_NAME = 255;

    /** Of OpenAI's purposes those that take images; the first is the standard. */
    private static final List<String> PURPOSES = List.of("vision", "user_data", "assistants");

    private static final String EXPIRY = "expires_after";

    /** OpenAI's only one. */
    private static final List<String> ANCHORS = List.of("created_at");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private FileBodyReader() {}

    /**
     * @throws ApiException naming the parameter that is missing or not what it must be
     */
    public static FileBody read(HttpRequest request) {
        return switch (request.mediaType().orElse(JSON)) {
            case FORM -> inline(FormReader.read(request, FILE::equals));
            case JSON -> reservation(Parameters.ofJson(request));
            default ->
                    throw ApiException.of(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Type must be "
                                    + FORM
                                    + " for a file, or "
                                    + JSON
                                    + " to declare one and upload it directly.");
        };
    }

    private static Inline inline(Form form) {
        if (form.files().isEmpty()) {
            throw Parameters.missing(FILE);
        }
        if (form.files().size() > 1) {
            throw Parameters.invalid(FILE, "must be there once");
        }
        var file = form.files().getFirst();
        var values = new LinkedHashMap<String, Object>(form.fields());
        if (!file.fileName().isEmpty()) {
            values.put(FILE_NAME, file.fileName());
        }
        var parameters = new Parameters(values, true);
        return new Inline(order(parameters, "expires_after[%s]"), file.bytes());
    }

    private static Reservation reservation(Parameters parameters) {
        var declared =
                new Declared(
                        required(parameters.integer("bytes", 1, InputLimits.MOST_BYTES), "bytes"),
                        format(parameters),
                        sha256(parameters));
        return new Reservation(order(withFlatExpiry(parameters), "expires_after.%s"), declared);
    }

    private static FileOrder order(Parameters parameters, String expiry) {
        return new FileOrder(
                parameters.text(FILE_NAME, 1, LONGEST_NAME),
                parameters.choice("purpose", PURPOSES).orElse(PURPOSES.getFirst()),
                life(parameters, expiry.formatted("anchor"), expiry.formatted("seconds")));
    }

    private static Duration life(Parameters parameters, String anchor, String seconds) {
        var from = parameters.choice(anchor, ANCHORS);
        var life =
                parameters.integer(
                        seconds,
                        Math.toIntExact(FileOrder.SHORTEST_LIFE.toSeconds()),
                        Math.toIntExact(FileOrder.LONGEST_LIFE.toSeconds()));
        if (from.isPresent() && life.isEmpty()) {
            throw Parameters.missing(seconds);
        }
        return life.map(Duration::ofSeconds).orElse(FileOrder.STANDARD_LIFE);
    }

    /** {@code expires_after.seconds} beside the others, so that a refusal can name it. */
    private static Parameters withFlatExpiry(Parameters parameters) {
        var flat = new LinkedHashMap<>(parameters.values());
        switch (flat.remove(EXPIRY)) {
            case null -> {}
            case Map<?, ?> expiry ->
                    expiry.forEach((name, value) -> flat.put(EXPIRY + "." + name, value));
            default -> throw Parameters.invalid(EXPIRY, "must be an object");
        }
        return new Parameters(flat);
    }

    private static ImageFormat format(Parameters parameters) {
        var types = Arrays.stream(ImageFormat.values()).map(ImageFormat::mediaType).toList();
        var format = parameters.choice("media_type", types).flatMap(ImageFormat::ofMediaType);
        return required(format, "media_type");
    }

    private static String sha256(Parameters parameters) {
        var text = required(parameters.text("sha256", 0, 1_000), "sha256");
        if (!SHA256.matcher(text).matches()) {
            throw Parameters.invalid(
                    "sha256", "must be the SHA-256 of the file, 64 hexadecimal digits");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static <T> T required(Optional<T> value, String name) {
        return value.orElseThrow(() -> Parameters.missing(name));
    }
}
