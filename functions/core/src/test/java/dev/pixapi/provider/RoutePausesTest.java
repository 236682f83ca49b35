package dev.pixapi.provider;

import static dev.pixapi.provider.TwoRoutes.DONE;
import static dev.pixapi.provider.TwoRoutes.FREE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A route that keeps failing pauses, as long as another one works. */
class RoutePausesTest {
    private TwoRoutes routes;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        routes = TwoRoutes.in(folder);
    }

    @Test
    void aRouteThatFailedThreeTimesPausesWhileAnotherOneWorks() throws InterruptedException {
        var router = routes.router(FREE, DONE);

        for (var i = 0; i < 5; i++) {
            assertSame(DONE, routes.generate(router));
        }

        assertEquals(3, routes.callsOf("model-at-first"));
        assertEquals(5, routes.callsOf("model-at-second"));
    }

    @Test
    void aFailureThatIsNotFreeCountsTooThoughItIsTheAnswer() throws InterruptedException {
        var late = new Unknown("timeout");
        var router = routes.router(late, DONE);

        for (var i = 0; i < 3; i++) {
            assertSame(late, routes.generate(router));
        }

        assertSame(DONE, routes.generate(router));
    }

    @Test
    void afterItsPauseOneCallAtATimeTriesARoute() throws InterruptedException {
        var router = routes.router(FREE, DONE);
        for (var i = 0; i < 3; i++) {
            routes.generate(router);
        }
        routes.pass(Duration.ofSeconds(29));
        routes.generate(router);
        assertEquals(3, routes.callsOf("model-at-first"));
        routes.pass(Duration.ofSeconds(1));

        routes.generate(router);
        routes.generate(router);

        assertEquals(4, routes.callsOf("model-at-first"));
    }

    /** The trial is under way, and a second call comes. */
    @Test
    void whileARouteIsTriedOthersDoNotWaitForIt() throws InterruptedException {
        var inner = new ArrayList<ProviderOutcome>();
        var reference = new AtomicReference<Router>();
        var failures = new AtomicInteger();
        var first =
                routes.recording(
                        _ -> {
                            if (failures.incrementAndGet() == 4) {
                                inner.add(routes.generate(reference.get()));
                            }
                            return FREE;
                        });
        reference.set(routes.router(Map.of("first", first, "second", routes.answering(DONE))));
        for (var i = 0; i < 3; i++) {
            routes.generate(reference.get());
        }
        routes.pass(Duration.ofSeconds(30));

        routes.generate(reference.get());

        assertEquals(List.of(DONE), inner);
        assertEquals(4, routes.callsOf("model-at-first"));
    }

    @Test
    void aRouteThatWorksAgainIsTheFirstAgain() throws InterruptedException {
        var first = routes.inTurn(FREE, FREE, FREE, DONE, DONE);
        var router = routes.router(Map.of("first", first, "second", routes.answering(FREE)));
        for (var i = 0; i < 3; i++) {
            assertSame(FREE, routes.generate(router));
        }
        routes.pass(Duration.ofSeconds(30));
        assertSame(DONE, routes.generate(router));
        routes.calls().clear();

        assertSame(DONE, routes.generate(router));

        assertEquals(List.of("model-at-first"), routes.names());
    }

    @Test
    void twoFailuresWithASuccessBetweenThemAreNoThree() throws InterruptedException {
        var first = routes.inTurn(FREE, FREE, DONE, FREE, FREE, DONE);
        var router = routes.router(Map.of("first", first, "second", routes.answering(DONE)));

        for (var i = 0; i < 6; i++) {
            routes.generate(router);
        }

        assertEquals(6, routes.callsOf("model-at-first"));
    }

    @Test
    void aRefusalOfWhatTheCallerSentIsNoFailureOfTheRoute() throws InterruptedException {
        var refusal = new Rejected(false);
        var router = routes.router(refusal, DONE);

        for (var i = 0; i < 5; i++) {
            assertSame(refusal, routes.generate(router));
        }
    }

    @Test
    void whereEveryRouteKeepsFailingAllAreTried() throws InterruptedException {
        var router = routes.router(FREE, FREE);

        for (var i = 0; i < 5; i++) {
            assertSame(FREE, routes.generate(router));
        }

        assertEquals(5, routes.callsOf("model-at-first"));
        assertEquals(5, routes.callsOf("model-at-second"));
    }

    /** It comes last, but it comes: its pause says nothing of what it would do now. */
    @Test
    void aRouteThatPausesIsTriedBehindOneThatRefusesNow() throws InterruptedException {
        var first = routes.inTurn(FREE, FREE, FREE, DONE);
        var second = routes.inTurn(DONE, DONE, DONE, FREE);
        var router = routes.router(Map.of("first", first, "second", second));
        for (var i = 0; i < 3; i++) {
            routes.generate(router);
        }
        routes.calls().clear();

        assertSame(DONE, routes.generate(router));

        assertEquals(List.of("model-at-second", "model-at-first"), routes.names());
    }
}
