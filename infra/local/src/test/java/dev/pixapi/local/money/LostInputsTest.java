package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.DisturbedStore;
import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.embedded.EmbeddedServers;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import java.awt.Color;
import java.util.Base64;
import java.util.Map;

/** Handlers of edits that die with the hold taken, before all that they start from is kept. */
class LostInputsTest {
    private volatile String deadly = "";

    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem pixapi =
            TestingSystem.start(
                    upstream.settings(
                            "PIXAPI_LEASE_SECONDS", "0.6",
                            "PIXAPI_HEARTBEAT_SECONDS", "0.2",
                            "PIXAPI_RESEND_SECONDS", "0.3"),
                    this::clients);

    /** Dies before such an object is stored, as a process does: with nothing after. */
    private final class Crash implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (!deadly.isEmpty()
                    && context.request() instanceof PutObjectRequest put
                    && put.key().contains(deadly)) {
                throw new SimulatedCrash();
            }
        }
    }

    private static final class SimulatedCrash extends Error {
        private static final long serialVersionUID = 1;
    }

    private AwsClients clients(EmbeddedServers servers) {
        return DisturbedStore.clients(servers, new Crash());
    }

    @AfterEach
    void stop() {
        pixapi.close();
        upstream.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/images/edits, input-0",
        "/v1/images/edits, mask",
        "/v1/images/edits, request.json",
        "/v1/async/images/edits, input-0",
        "/v1/async/images/edits, request.json"
    })
    void leaveNoCreditBehindAndNothingIsPaid(String path, String object) throws Exception {
        var key = pixapi.liveKey(10);
        deadly = object;
        assertEquals(500, pixapi.post(path, key, order(), "Idempotency-Key", "lost").status());
        deadly = "";

        var task = sweepUntilEnded(key);
        assertEquals("failed", task.string("status"));
        assertEquals("internal_error", task.object("error").string("code"));
        assertEquals(0, pixapi.credits(key).number("held"));
        assertEquals(10, pixapi.credits(key).number("available"));
        assertEquals(0, upstream.calls());
        // A new attempt takes a new key.
        var again = pixapi.post("/v1/images/edits", key, order(), "Idempotency-Key", "other");
        assertEquals(200, again.status());
    }

    private static Map<String, Object> order() {
        return Map.of(
                "model", "gpt-image-2",
                "prompt", "a gull",
                "quality", "low",
                "image", dataUrl(TestingPictures.png(64, 64, Color.RED)),
                "mask", dataUrl(TestingPictures.mask(64, 64)));
    }

    private static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** Sweeps as the schedule would; 20 s at most. */
    private Fields sweepUntilEnded(String key) throws InterruptedException {
        for (var i = 0; i < 100; i++) {
            var task = pixapi.get("/v1/tasks", key).json().objects("data").getFirst();
            if (task.has("completed_at")) {
                return task;
            }
            pixapi.invoke("Sweeper", Map.of());
            Thread.sleep(200);
        }
        throw new AssertionError("the task did not end");
    }
}
