package dev.pixapi.local;

import dev.pixapi.api.Reply;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;

/** Reads what a function answers, in the form that its route's transfer mode asks for. */
final class GatewayReply {
    /** Lambda's limit of an answer that is not streamed. */
    static final int LARGEST_BUFFERED = 6 * 1024 * 1024;

    private static final byte[] SEPARATOR = new byte[8];

    private GatewayReply() {}

    /**
     * @throws MalformedJson where API Gateway would answer 502: the function did not keep to the
     *     form, or to the size
     */
    static Reply read(byte[] answer, Transfer transfer) throws MalformedJson {
        return switch (transfer) {
            case BUFFERED -> buffered(answer);
            case STREAM -> streamed(answer);
        };
    }

    private static Reply buffered(byte[] answer) throws MalformedJson {
        if (answer.length > LARGEST_BUFFERED) {
            throw new MalformedJson("the answer is larger than a buffer takes");
        }
        var json = new Fields(Json.object(answer));
        var text = json.optionalString("body").orElse("");
        var body =
                Boolean.TRUE.equals(json.values().get("isBase64Encoded"))
                        ? Base64.getDecoder().decode(text)
                        : text.getBytes(StandardCharsets.UTF_8);
        return reply(json, body);
    }

    private static Reply streamed(byte[] answer) throws MalformedJson {
        for (var at = 0; at + SEPARATOR.length <= answer.length; at++) {
            if (Arrays.equals(answer, at, at + SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length)) {
                var head = new Fields(Json.object(Arrays.copyOf(answer, at)));
                return reply(
                        head, Arrays.copyOfRange(answer, at + SEPARATOR.length, answer.length));
            }
        }
        throw new MalformedJson("no eight zero bytes part head and body");
    }

    private static Reply reply(Fields head, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        head.object("headers").values().forEach((name, v) -> headers.put(name, v.toString()));
        return new Reply((int) head.number("statusCode"), headers, body);
    }
}
