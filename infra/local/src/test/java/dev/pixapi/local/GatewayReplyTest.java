package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What becomes of a function's answer on its way through API Gateway. */
class GatewayReplyTest {
    private static final int LIMIT = 6 * 1024 * 1024;

    @Test
    void aBufferTakesSixMegabytesInAll() throws MalformedJson {
        assertEquals(200, GatewayReply.read(buffered(LIMIT), Transfer.BUFFERED).status());
        assertThrows(
                MalformedJson.class,
                () -> GatewayReply.read(buffered(LIMIT + 1), Transfer.BUFFERED));
    }

    /** An answer of so many bytes. */
    private static byte[] buffered(int length) {
        var empty = answer("").length;
        return answer("x".repeat(length - empty));
    }

    private static byte[] answer(String body) {
        return Json.bytes(Map.of("statusCode", 200, "headers", Map.of(), "body", body));
    }
}
