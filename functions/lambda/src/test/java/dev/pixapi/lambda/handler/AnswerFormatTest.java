package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.api.Reply;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class AnswerFormatTest {
    private static final Reply REPLY =
            Reply.json(402, Map.of("text", "ä🦊\0\0\0\0\0\0\0\0")).with("x-request-id", "req_1");

    @Test
    void aBufferedAnswerIsOneObjectWithTheBodyAsText() throws IOException, MalformedJson {
        var answer = new Fields(Json.object(written(AnswerFormat.BUFFERED)));
        assertEquals(402, answer.number("statusCode"));
        assertEquals(
                Map.of("content-type", "application/json", "x-request-id", "req_1"),
                answer.object("headers").values());
        assertEquals(false, answer.values().get("isBase64Encoded"));
        assertArrayEquals(REPLY.body(), answer.string("body").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("statusCode", "headers", "isBase64Encoded", "body"),
                List.copyOf(answer.values().keySet()));
    }

    @Test
    void aStreamedAnswerIsHeadEightZerosAndTheBodyAsItIs() throws IOException, MalformedJson {
        var bytes = written(AnswerFormat.STREAM);
        var end = 0;
        while (bytes[end] != 0) {
            end++;
        }
        var head = new Fields(Json.object(Arrays.copyOf(bytes, end)));
        assertEquals(402, head.number("statusCode"));
        assertEquals("req_1", head.object("headers").string("x-request-id"));
        assertEquals(List.of("statusCode", "headers"), List.copyOf(head.values().keySet()));
        assertArrayEquals(new byte[8], Arrays.copyOfRange(bytes, end, end + 8));
        assertArrayEquals(REPLY.body(), Arrays.copyOfRange(bytes, end + 8, bytes.length));
    }

    private static byte[] written(AnswerFormat format) throws IOException {
        var output = new ByteArrayOutputStream();
        format.write(REPLY, output);
        return output.toByteArray();
    }
}
