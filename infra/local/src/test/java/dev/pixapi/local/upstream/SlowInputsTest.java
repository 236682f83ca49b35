package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.DisturbedStore;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.embedded.EmbeddedServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Input images that take longer to come than a lease lasts. */
class SlowInputsTest {
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration FETCH = LEASE.plusMillis(500);

    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem pixapi =
            TestingSystem.start(
                    upstream.settings(
                            "PIXAPI_LEASE_SECONDS", "1",
                            "PIXAPI_HEARTBEAT_SECONDS", "0.5",
                            "PIXAPI_RESEND_SECONDS", "0.1"),
                    SlowInputsTest::clients);

    /** Only an image of our own that is an input is asked for its size. */
    private static final class Slow implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof HeadObjectRequest) {
                try {
                    Thread.sleep(FETCH);
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
            }
        }
    }

    private static AwsClients clients(EmbeddedServers servers) {
        return DisturbedStore.clients(servers, new Slow());
    }

    @AfterEach
    void stop() {
        pixapi.close();
        upstream.close();
    }

    @Test
    void takeNothingOfTheLeaseThatKeepsTheCallFromBeingRepeated() {
        upstream.behave(Misbehaviours.slow(LEASE, Images.asAsked()));
        var key = pixapi.liveKey(10);
        var order = Map.of("model", "gpt-image-2", "prompt", "a tern", "quality", "low");
        var url = pixapi.generate(key, order).json().objects("data").getFirst().string("url");
        var edit =
                Map.of("model", "gpt-image-2", "prompt", "at sea", "quality", "low", "image", url);

        var answer =
                CompletableFuture.supplyAsync(() -> pixapi.post("/v1/images/edits", key, edit));
        while (!answer.isDone()) {
            pixapi.invoke("Sweeper", Map.of());
        }

        assertEquals(200, answer.join().status());
        assertEquals(2, upstream.calls());
        assertEquals(2, pixapi.credits(key).number("spent"));
        var task = pixapi.get("/v1/tasks", key).json().objects("data").getFirst();
        assertTrue(task.number("created_at") <= task.number("started_at"), "began before it was");
    }
}
