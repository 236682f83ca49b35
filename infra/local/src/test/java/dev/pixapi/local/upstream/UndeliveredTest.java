package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.DisturbedStore;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.embedded.EmbeddedServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Images that came and were paid for, and then could not be stored. */
class UndeliveredTest {
    private final AtomicReference<Runnable> atTheManifest = new AtomicReference<>(() -> {});
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem system =
            TestingSystem.start(
                    upstream.settings(
                            "PIXAPI_LEASE_SECONDS", "0.6",
                            "PIXAPI_HEARTBEAT_SECONDS", "0.2",
                            "PIXAPI_RESEND_SECONDS", "0.3"),
                    this::clients);
    private final Caller caller = new Caller(system, upstream);

    private final class Fault implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof PutObjectRequest put
                    && put.key().endsWith("/manifest.json")) {
                atTheManifest.get().run();
            }
        }
    }

    private AwsClients clients(EmbeddedServers servers) {
        return DisturbedStore.clients(servers, new Fault());
    }

    @AfterEach
    void stop() {
        system.close();
        upstream.close();
    }

    @Test
    void theOperatorFindsWhatWasPaidThoughStoringFailed() {
        atTheManifest.set(
                () -> {
                    throw new IllegalStateException("the store is down");
                });
        assertPaidOnceAndNoted();
    }

    /** The next runner would have no more memory than this one, and would pay again. */
    @Test
    void aRunThatIsOutOfMemoryIsNotPaidForTwice() {
        atTheManifest.set(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                });
        assertPaidOnceAndNoted();
    }

    private void assertPaidOnceAndNoted() {
        var answer = caller.generate(Caller.order(1));

        assertEquals(500, answer.status());
        assertEquals("internal_error", answer.json().object("error").string("code"));
        assertEquals("failed", caller.task().string("status"));
        caller.assertCharged(0);
        assertEquals(1, upstream.calls());
        var exchanges = Manifests.ofFailed(system, caller.task().string("id")).objects("exchanges");
        assertEquals(1, exchanges.size());
        assertEquals(Optional.of("images 1"), exchanges.getFirst().optionalString("outcome"));
    }
}
