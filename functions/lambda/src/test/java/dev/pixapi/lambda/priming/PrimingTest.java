package dev.pixapi.lambda.priming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.pixapi.lambda.handler.CreditsHandler;
import dev.pixapi.lambda.wiring.Environment;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;

class PrimingTest {
    /** Lambda's context holds it weakly, and garbage may be collected before the checkpoint. */
    @Test
    void isKeptUntilTheCheckpointThoughNobodyHoldsIt() {
        var registered = new WeakReference<>(registered());
        System.gc();
        assertNotNull(registered.get());
    }

    private static Priming registered() {
        var priming = priming("snap-start").orElseThrow();
        priming.register();
        return priming;
    }

    @Test
    void isForSnapshotsOnly() {
        assertEquals(Optional.empty(), priming("on-demand"));
        assertEquals(Optional.empty(), priming("provisioned-concurrency"));
    }

    private static Optional<Priming> priming(String howItStarted) {
        var variables = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", howItStarted);
        return Priming.of(CreditsHandler.class, new Environment(variables));
    }
}
