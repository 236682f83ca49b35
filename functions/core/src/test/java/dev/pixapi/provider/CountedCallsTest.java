package dev.pixapi.provider;

import static dev.pixapi.provider.TwoRoutes.FREE;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Each request to a provider is counted once, under the provider's name. */
class CountedCallsTest {
    private static final Images IMAGE =
            new Images(
                    List.of(new ProviderImage(new byte[1], Optional.empty())),
                    Optional.empty(),
                    Optional.empty());

    private final Map<String, Integer> counted = new TreeMap<>();
    private TwoRoutes routes;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        routes = TwoRoutes.in(folder);
    }

    private Metrics metrics() {
        return (metric, of, value) -> {
            if (metric != Metric.PROVIDER_MILLISECONDS) {
                counted.merge(metric + " " + of.orElse("-"), (int) value, Integer::sum);
            }
        };
    }

    /** As providers do: they note what became of a request. */
    private ImageProvider noting(ProviderOutcome outcome) {
        return call -> {
            call.journal().add(call, outcome, Optional.empty(), call.journal().now());
            return outcome;
        };
    }

    private Router router(ProviderOutcome first, ProviderOutcome second) {
        return routes.router(Map.of("first", noting(first), "second", noting(second)));
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(IMAGE, Map.of()),
                Arguments.of(new Unavailable(false, "500"), Map.of("PROVIDER_FAILURES first", 1)),
                Arguments.of(new Garbled("no JSON"), Map.of("PROVIDER_FAILURES first", 1)),
                Arguments.of(TwoRoutes.DONE, Map.of("PROVIDER_FAILURES first", 1)),
                Arguments.of(new Rejected(false), Map.of("PROVIDER_REFUSALS first", 1)),
                Arguments.of(new Rejected(true), Map.of("PROVIDER_REFUSALS first", 1)),
                Arguments.of(
                        new NotAccepted(Optional.empty()), Map.of("PROVIDER_REFUSALS first", 1)),
                Arguments.of(
                        new Unknown("reset"),
                        Map.of("PROVIDER_FAILURES first", 1, "UNKNOWN_OUTCOMES first", 1)));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeCountsAsWhatItIs(ProviderOutcome outcome, Map<String, Integer> counts)
            throws InterruptedException {
        routes.generate(router(outcome, IMAGE), metrics());
        var expected = new TreeMap<>(counts);
        expected.put("PROVIDER_CALLS first", 1);
        assertEquals(expected, counted);
    }

    @Test
    void twoProvidersAreToldApart() throws InterruptedException {
        routes.generate(router(FREE, IMAGE), metrics());
        assertEquals(
                Map.of(
                        "PROVIDER_CALLS first", 1,
                        "PROVIDER_FAILURES first", 1,
                        "PROVIDER_CALLS second", 1),
                counted);
    }

    @Test
    void aRouteThatKeptFailingIsCountedEachTimeItIsPassedBy() throws InterruptedException {
        var router = router(FREE, IMAGE);
        for (var i = 0; i < 5; i++) {
            routes.generate(router, metrics());
        }
        assertEquals(2, counted.get("ROUTES_SKIPPED first"));
        assertEquals(3, counted.get("PROVIDER_CALLS first"));
    }

    @Test
    void whereAllRoutesKeepFailingNoneIsPassedBy() throws InterruptedException {
        var router = router(FREE, FREE);
        for (var i = 0; i < 5; i++) {
            routes.generate(router, metrics());
        }
        assertEquals(5, counted.get("PROVIDER_CALLS first"));
        assertEquals(
                Map.of(
                        "PROVIDER_CALLS first", 5,
                        "PROVIDER_CALLS second", 5,
                        "PROVIDER_FAILURES first", 5,
                        "PROVIDER_FAILURES second", 5),
                counted);
    }

    /** A run notes forty of them; it counts them all. */
    @Test
    void callsBeyondTheJournalsRoomAreCountedToo() throws InterruptedException {
        var first =
                (ImageProvider)
                        call -> {
                            for (var i = 0; i < 50; i++) {
                                call.journal()
                                        .add(call, IMAGE, Optional.empty(), call.journal().now());
                            }
                            return IMAGE;
                        };
        routes.generate(routes.router(Map.of("first", first)), metrics());
        assertEquals(Map.of("PROVIDER_CALLS first", 50), counted);
    }
}
