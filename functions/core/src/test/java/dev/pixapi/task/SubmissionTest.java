package dev.pixapi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
import dev.pixapi.account.Principal;
import dev.pixapi.account.Scope;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.media.Retention;
import dev.pixapi.request.ImagesBody;
import dev.pixapi.request.ImagesReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

class SubmissionTest {
    private static final String PATH = "/v1/images/generations";
    private static final String BODY = "{\"model\": \"gpt-image-2\", \"prompt\": \"a\"}";
    private static final ImagesReader READER =
            new ImagesReader(CatalogReader.read(Optional.empty()));

    /** Computed elsewhere: SHA-256 of the path, a line feed, the body with sorted keys. */
    private static final String DIGEST =
            "58f2cb0fa8edf9da5d5d49dfe171b540bab5eeeb68222ea552692ba1c4d73aed";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BODY,
                "{\"prompt\":\"a\",\"model\":\"gpt-image-2\"}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"\\u0061\", \"n\": null}",
                "\n{ \"n\" : null,\n \"prompt\" : \"a\" , \"model\" : \"gpt-image-2\" }\n",
            })
    void equalMeaningHasAnEqualDigest(String body) {
        assertEquals(DIGEST, digest(PATH, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": \"gpt-image-2\", \"prompt\": \"A\"}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a \"}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"n\": 1}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"user\": \"u\"}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"unknown\": 1}",
                "{\"model\": \"gpt-image-1.5\", \"prompt\": \"a\"}",
            })
    void anotherRequestHasAnother(String body) {
        assertNotEquals(DIGEST, digest(PATH, body));
    }

    @Test
    void anotherPathIsAnotherRequest() {
        assertNotEquals(DIGEST, digest("/v1/async/images/generations", BODY));
    }

    @Test
    void anIdempotencyKeyHas1To255Characters() {
        assertEquals(Optional.empty(), submission(PATH, BODY, Map.of()).idempotencyKey());
        for (var key : new String[] {"k", "k".repeat(255), " ", "ä"}) {
            var submission = submission(PATH, BODY, Map.of("idempotency-key", key));
            assertEquals(Optional.of(key), submission.idempotencyKey());
        }
        for (var key : new String[] {"", "k".repeat(256)}) {
            var refusal =
                    assertThrows(
                            ApiException.class,
                            () -> submission(PATH, BODY, Map.of("idempotency-key", key)));
            assertEquals(ErrorCode.INVALID_VALUE, refusal.code());
            assertEquals(Optional.of("Idempotency-Key"), refusal.parameter());
        }
    }

    @Test
    void mediaAreKeptAsTheKeySaysOrShorter() {
        assertEquals(Retention.WEEK, submission(PATH, BODY, Map.of()).retention());
        var shorter = "{\"retention_days\": 1, " + BODY.substring(1);
        assertEquals(Retention.DAY, submission(PATH, shorter, Map.of()).retention());
        var longer = "{\"retention_days\": 30, " + BODY.substring(1);
        var refusal = assertThrows(ApiException.class, () -> submission(PATH, longer, Map.of()));
        assertEquals(ErrorCode.INVALID_VALUE, refusal.code());
        assertEquals(Optional.of("retention_days"), refusal.parameter());
    }

    private static String digest(String path, String body) {
        return submission(path, body, Map.of()).digest();
    }

    private static Submission submission(String path, String body, Map<String, String> headers) {
        try {
            var parameters = new Parameters(Json.object(body));
            var http = new HttpRequest(path, Map.of(), Map.of(), headers, new byte[0], "req_1");
            return Submission.of(
                    new Principal(
                            AccountId.of("test:acme"),
                            new KeyId("0123456789"),
                            Set.of(Scope.IMAGES),
                            ResponseFormat.URL,
                            Retention.WEEK),
                    http,
                    ImagesBody.of(parameters),
                    READER.read(parameters, ResponseFormat.URL));
        } catch (MalformedJson fault) {
            throw new AssertionError(fault);
        }
    }
}
