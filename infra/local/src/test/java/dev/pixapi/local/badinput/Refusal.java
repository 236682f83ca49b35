package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem.Answer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a refusal must say.
 *
 * @param param the parameter that it names; empty for null
 */
record Refusal(int status, String code, Optional<String> param) {
    /** What only somebody inside could know. */
    private static final List<String> INTERNAL =
            List.of(
                    "java.",
                    "exception",
                    "dynamo",
                    "null",
                    "jackson",
                    "amazon",
                    "dev.pixapi",
                    "stack",
                    "lambda",
                    "s3",
                    "sqs",
                    "optional[");

    static Refusal of(int status, String code) {
        return new Refusal(status, code, Optional.empty());
    }

    static Refusal of(int status, String code, String param) {
        return new Refusal(status, code, Optional.of(param));
    }

    /** The status, the whole shape of the body, and the headers that clients obey. */
    void assertIn(Answer answer) {
        assertEquals(status, answer.status(), () -> text(answer));
        var error = answer.json().object("error");
        assertEquals(List.of("error"), List.copyOf(answer.json().values().keySet()));
        assertEquals(
                List.of("message", "type", "code", "param", "request_id"),
                List.copyOf(error.values().keySet()));
        assertEquals(code, error.string("code"), () -> text(answer));
        assertEquals(param, error.optionalString("param"), () -> text(answer));
        assertFalse(error.string("type").isEmpty());
        assertTrue(error.string("request_id").matches("req_[0-9A-Za-z-]{8,64}"));
        assertEquals(error.string("request_id"), answer.headers().get("x-request-id"));
        assertEquals("application/json", answer.headers().get("content-type"));
        assertEquals("false", answer.headers().get("x-should-retry"));
        assertTellsNothingInternal(error.string("message"));
    }

    private static void assertTellsNothingInternal(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        assertTrue(message.length() >= 10 && message.length() <= 600, message);
        INTERNAL.forEach(word -> assertFalse(lower.contains(word), message));
    }

    private static String text(Answer answer) {
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }
}
