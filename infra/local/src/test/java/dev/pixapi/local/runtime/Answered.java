package dev.pixapi.local.runtime;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * An answer of a deployed function to API Gateway, in either form.
 *
 * @param streamed whether head and body were parted by eight zero bytes
 */
record Answered(int status, Map<?, ?> headers, byte[] content, boolean streamed) {
    private static final int SEPARATOR_LENGTH = 8;

    static Answered read(byte[] answer) {
        for (var at = 0; at < answer.length; at++) {
            if (answer[at] == 0) {
                return streamed(answer, at);
            }
        }
        var whole = new Fields(json(answer));
        return of(whole, whole.string("body").getBytes(StandardCharsets.UTF_8), false);
    }

    private static Answered streamed(byte[] answer, int at) {
        var end = at + SEPARATOR_LENGTH;
        if (!Arrays.equals(Arrays.copyOfRange(answer, at, end), new byte[SEPARATOR_LENGTH])) {
            throw new AssertionError("the separator is cut short");
        }
        var head = new Fields(json(Arrays.copyOf(answer, at)));
        if (!head.values().keySet().equals(Set.of("statusCode", "headers"))) {
            throw new AssertionError("the head has " + head.values().keySet());
        }
        return of(head, Arrays.copyOfRange(answer, end, answer.length), true);
    }

    private static Answered of(Fields head, byte[] body, boolean streamed) {
        var headers = (Map<?, ?>) head.values().get("headers");
        return new Answered((int) head.number("statusCode"), headers, body, streamed);
    }

    Fields body() {
        return new Fields(json(content));
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    static Map<String, Object> json(byte[] bytes) {
        try {
            return Json.object(bytes);
        } catch (MalformedJson fault) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), fault);
        }
    }
}
