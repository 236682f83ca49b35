package dev.pixapi.task;

import dev.pixapi.account.Principal;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.digest.Sha256;
import dev.pixapi.input.Sources;
import dev.pixapi.json.Json;
import dev.pixapi.media.Retention;
import dev.pixapi.request.ImagesBody;
import dev.pixapi.request.ImagesRequest;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A checked request of a caller, ready to become a task.
 *
 * @param parameters as they were sent, without the images
 * @param sources where the images of an edit are to be had
 * @param path of the endpoint
 * @param retention how long its media are kept
 */
public record Submission(
        Principal principal,
        ImagesRequest request,
        Parameters parameters,
        Sources sources,
        String path,
        Optional<String> idempotencyKey,
        Retention retention) {
    private static final int LONGEST_KEY = 255;

    /**
     * @throws ApiException when the Idempotency-Key is empty or too long, or media are to be kept
     *     for longer than the key has
     */
    public static Submission of(
            Principal principal, HttpRequest http, ImagesBody body, ImagesRequest request) {
        return new Submission(
                principal,
                request,
                body.parameters(),
                body.sources(),
                http.route(),
                idempotencyKey(http),
                principal.retention(request.retention()));
    }

    /**
     * SHA-256 of path, parameters and images: equal for equal meaning, whatever the order and the
     * spaces of JSON.
     */
    String digest() {
        return Sha256.hex(path + "\n" + Json.canonical(parameters.values()) + images());
    }

    private String images() {
        return sources.identities().stream().map("\n"::concat).collect(Collectors.joining());
    }

    private static Optional<String> idempotencyKey(HttpRequest http) {
        var key = http.header("idempotency-key");
        if (key.filter(text -> text.isEmpty() || text.length() > LONGEST_KEY).isPresent()) {
            throw ApiException.at(
                    "Idempotency-Key",
                    ErrorCode.INVALID_VALUE,
                    "'Idempotency-Key' must have 1 to " + LONGEST_KEY + " characters.");
        }
        return key;
    }
}
