package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** A stage whose front buffers: the same answers, in the other form. */
class BufferedStageTest {
    @Test
    void anImageIsAnsweredWithoutStreaming() {
        try (var pixapi = TestingSystem.start(Map.of("PIXAPI_STREAMING", "off"))) {
            var key = pixapi.testKey(10);
            var body = Map.of("model", "nano-banana-2-512", "prompt", "buffered");
            var made = pixapi.generate(key, body);
            assertEquals(200, made.status());
            var task = pixapi.await(key, made.json().string("task_id"));
            assertEquals("completed", task.string("status"));
        }
    }
}
