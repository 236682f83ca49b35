package dev.pixapi.task;

import dev.pixapi.account.Principal;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.json.Json;
import dev.pixapi.request.GenerationRequest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A checked request of a caller, ready to become a task.
 *
 * @param body the parameters as they were sent
 * @param path of the endpoint
 */
public record Submission(
        Principal principal,
        GenerationRequest request,
        Map<String, Object> body,
        String path,
        Optional<String> idempotencyKey) {
    private static final int LONGEST_KEY = 255;

    /**
     * @throws ApiException when the Idempotency-Key is empty or too long
     */
    public static Submission of(
            Principal principal,
            HttpRequest http,
            Parameters parameters,
            GenerationRequest request) {
        return new Submission(
                principal, request, parameters.values(), http.route(), idempotencyKey(http));
    }

    /**
     * SHA-256 of path and parameters: equal for equal meaning, whatever the order and the spaces.
     */
    String digest() {
        try {
            var text = path + "\n" + Json.canonical(body);
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
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
