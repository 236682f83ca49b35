package dev.pixapi.provider;

import static dev.pixapi.provider.TwoRoutes.DONE;
import static dev.pixapi.provider.TwoRoutes.FREE;
import static dev.pixapi.provider.TwoRoutes.TIMEOUT;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.Mode;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which route is taken, and when the next one. */
class RouterTest {
    private TwoRoutes routes;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        routes = TwoRoutes.in(folder);
    }

    @Test
    void aTestAccountReachesTheSandboxAndNoProvider() throws InterruptedException {
        var router = routes.router(Map.of("first", routes.answering(FREE)));

        assertSame(DONE, routes.generate(Mode.TEST, router));

        assertEquals(List.of(TwoRoutes.MODEL), routes.names());
    }

    @Test
    void aLiveAccountReachesTheFirstRouteUnderTheModelsNameThere() throws InterruptedException {
        var router = routes.router(DONE, FREE);

        assertSame(DONE, routes.generate(router));

        assertEquals(List.of("model-at-first"), routes.names());
        assertEquals(TIMEOUT, routes.calls().getFirst().timeout());
        assertEquals(TwoRoutes.image(), routes.calls().getFirst().image());
    }

    @Test
    void theNextRouteIsTakenWhenItIsKnownThatNothingWasBegun() throws InterruptedException {
        var router = routes.router(FREE, DONE);

        assertSame(DONE, routes.generate(router));

        assertEquals(List.of("model-at-first", "model-at-second"), routes.names());
    }

    static List<ProviderOutcome> costly() {
        return List.of(
                new Unavailable(false, "500"),
                new Unknown("reset"),
                new Garbled("no JSON"),
                new Rejected(false),
                new Rejected(true),
                new NotAccepted(Optional.of("size")),
                DONE);
    }

    @ParameterizedTest
    @MethodSource("costly")
    void noOtherRouteIsTakenWhenTheFirstMayHaveBegunOrRefuses(ProviderOutcome outcome)
            throws InterruptedException {
        var router = routes.router(outcome, DONE);

        assertSame(outcome, routes.generate(router));

        assertEquals(List.of("model-at-first"), routes.names());
    }

    @Test
    void theLastRefusalIsTheAnswerWhenEveryRouteRefuses() throws InterruptedException {
        var last = new Unavailable(true, "429");
        var router = routes.router(FREE, last);

        assertSame(last, routes.generate(router));
    }

    @Test
    void aRouteWhoseProviderIsNotSetUpIsPassedOver() throws InterruptedException {
        var router = routes.router(Map.of("second", routes.answering(DONE)));

        assertTrue(router.reaches(Mode.LIVE, TwoRoutes.image()));
        assertSame(DONE, routes.generate(router));
        assertEquals(List.of("model-at-second"), routes.names());
    }

    @Test
    void withoutAProviderOnlyTestAccountsReachAModel() throws InterruptedException {
        var router = routes.router(Map.of("third", routes.answering(DONE)));

        assertFalse(router.reaches(Mode.LIVE, TwoRoutes.image()));
        assertTrue(router.reaches(Mode.TEST, TwoRoutes.image()));
        assertTrue(routes.generate(router) instanceof Unavailable);
        assertEquals(List.of(), routes.names());
    }
}
