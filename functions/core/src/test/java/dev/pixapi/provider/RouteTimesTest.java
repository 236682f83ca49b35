package dev.pixapi.provider;

import static dev.pixapi.provider.TwoRoutes.DONE;
import static dev.pixapi.provider.TwoRoutes.FREE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long a route has. */
class RouteTimesTest {
    private TwoRoutes routes;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        routes = TwoRoutes.in(folder);
    }

    /** With less time, its call might be paid for and given up. */
    @Test
    void noOtherRouteIsTakenWhenMoreThanHalfOfTheTimeIsGone() throws InterruptedException {
        var slow =
                routes.recording(
                        _ -> {
                            routes.pass(Duration.ofMillis(3_501));
                            return FREE;
                        });
        var router = routes.router(Map.of("first", slow, "second", routes.answering(DONE)));

        assertSame(FREE, routes.generate(router));

        assertEquals(List.of("model-at-first"), routes.names());
    }

    @Test
    void theNextRouteHasTheTimeThatIsLeft() throws InterruptedException {
        var slow =
                routes.recording(
                        _ -> {
                            routes.pass(Duration.ofSeconds(2));
                            return FREE;
                        });
        var router = routes.router(Map.of("first", slow, "second", routes.answering(DONE)));

        assertSame(DONE, routes.generate(router));

        assertEquals(Duration.ofSeconds(5), routes.calls().getLast().timeout());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "7, 7", "8, 7"})
    void aRouteHasItsOwnTimeAsFarAsTheRunHasIt(int own, int given)
            throws IOException, InterruptedException {
        routes.limit(own);
        var router = routes.router(Map.of("first", routes.answering(DONE)));

        routes.generate(router);

        assertEquals(Duration.ofSeconds(given), routes.calls().getFirst().timeout());
    }
}
