package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** An operator takes a provider away. What it made before is there, and nothing new is begun. */
class RemovedProviderTest {
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem before = TestingSystem.start(upstream.settings());

    /** On the same tables and objects, but with no provider. */
    private final TestingSystem after =
            TestingSystem.start(Map.of(), _ -> LocalSystem.clients(before.system().servers()));

    @AfterEach
    void stop() {
        after.close();
        before.close();
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/images/generations", "/v1/async/images/generations"})
    void aRepeatIsAnsweredAsTheFirstRequestWas(String path) {
        var key = before.liveKey(10);
        var first = post(before, path, key, "once");

        var again = post(after, path, key, "once");

        assertEquals(first.status(), again.status());
        assertEquals("true", again.headers().get("idempotent-replayed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/images/generations", "/v1/async/images/generations"})
    void nothingNewIsBegunAndNothingIsHeld(String path) {
        var key = before.liveKey(10);

        var refusal = post(after, path, key, "another");

        assertEquals(503, refusal.status());
        assertEquals("model_unavailable", refusal.errorCode());
        assertEquals(10, before.credits(key).number("available"));
    }

    private static Answer post(TestingSystem system, String path, String key, String once) {
        var order = Map.of("model", "gpt-image-2", "prompt", "a mole", "quality", "low");
        return system.post(path, key, order, "Idempotency-Key", once);
    }
}
