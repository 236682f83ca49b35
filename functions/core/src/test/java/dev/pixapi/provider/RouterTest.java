package dev.pixapi.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.Mode;
import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputShape;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Output;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class RouterTest {
    private static final String MODEL = "gpt-image-1.5";
    private static final Duration TIMEOUT = Duration.ofSeconds(7);
    private static final Images DONE = new Images(List.of(), Optional.empty(), Optional.empty());
    private static final Unavailable FREE = new Unavailable(true, "503");

    private final List<ProviderCall> calls = new ArrayList<>();
    private final ImageProvider sandbox = answering(DONE);

    private Instant now = Instant.EPOCH;

    @TempDir Path folder;
    private Path catalog;

    @BeforeEach
    void writeCatalog() throws IOException {
        var carried = new String(bytes(), StandardCharsets.UTF_8);
        var renamed =
                carried.replace(route("openai", MODEL), route("first", "model-at-first"))
                        .replace(route("azure", MODEL), route("second", "model-at-second"));
        assertNotEquals(carried, renamed);
        catalog = folder.resolve("catalog.json");
        Files.writeString(catalog, renamed);
    }

    private static String route(String provider, String model) {
        return "{\"provider\": \"" + provider + "\", \"model\": \"" + model + "\"";
    }

    @Test
    void aTestAccountReachesTheSandboxAndNoProvider() throws InterruptedException {
        var router = router(Map.of("first", answering(FREE)));

        assertSame(DONE, router.generate(Mode.TEST, image(), Inputs.NONE, budget()));

        assertEquals(List.of(MODEL), names());
    }

    @Test
    void aLiveAccountReachesTheFirstRouteUnderTheModelsNameThere() throws InterruptedException {
        var router = router(Map.of("first", answering(DONE), "second", answering(FREE)));

        assertSame(DONE, router.generate(Mode.LIVE, image(), Inputs.NONE, budget()));

        assertEquals(List.of("model-at-first"), names());
        assertEquals(TIMEOUT, calls.getFirst().timeout());
        assertEquals(image(), calls.getFirst().image());
    }

    @Test
    void theNextRouteIsTakenWhenItIsKnownThatNothingWasBegun() throws InterruptedException {
        var router = router(Map.of("first", answering(FREE), "second", answering(DONE)));

        assertSame(DONE, router.generate(Mode.LIVE, image(), Inputs.NONE, budget()));

        assertEquals(List.of("model-at-first", "model-at-second"), names());
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
        var router = router(Map.of("first", answering(outcome), "second", answering(DONE)));

        assertSame(outcome, router.generate(Mode.LIVE, image(), Inputs.NONE, budget()));

        assertEquals(List.of("model-at-first"), names());
    }

    @Test
    void theLastRefusalIsTheAnswerWhenEveryRouteRefuses() throws InterruptedException {
        var last = new Unavailable(true, "429");
        var router = router(Map.of("first", answering(FREE), "second", answering(last)));

        assertSame(last, router.generate(Mode.LIVE, image(), Inputs.NONE, budget()));
    }

    @Test
    void aRouteWhoseProviderIsNotSetUpIsPassedOver() throws InterruptedException {
        var router = router(Map.of("second", answering(DONE)));

        assertTrue(router.reaches(Mode.LIVE, image()));
        assertSame(DONE, router.generate(Mode.LIVE, image(), Inputs.NONE, budget()));
        assertEquals(List.of("model-at-second"), names());
    }

    @Test
    void withoutAProviderOnlyTestAccountsReachAModel() throws InterruptedException {
        var router = router(Map.of("third", answering(DONE)));

        assertFalse(router.reaches(Mode.LIVE, image()));
        assertTrue(router.reaches(Mode.TEST, image()));
        assertTrue(
                router.generate(Mode.LIVE, image(), Inputs.NONE, budget()) instanceof Unavailable);
        assertEquals(List.of(), names());
    }

    @Test
    void aRouteThatFailedThreeTimesPausesWhileAnotherOneWorks() throws InterruptedException {
        var router = router(Map.of("first", answering(FREE), "second", answering(DONE)));

        for (var i = 0; i < 5; i++) {
            assertSame(DONE, generate(router));
        }

        assertEquals(3, callsOf("model-at-first"));
        assertEquals(5, callsOf("model-at-second"));
    }

    @Test
    void aFailureThatIsNotFreeCountsTooThoughItIsTheAnswer() throws InterruptedException {
        var late = new Unknown("timeout");
        var router = router(Map.of("first", answering(late), "second", answering(DONE)));

        for (var i = 0; i < 3; i++) {
            assertSame(late, generate(router));
        }

        assertSame(DONE, generate(router));
    }

    @Test
    void afterItsPauseOneCallAtATimeTriesARoute() throws InterruptedException {
        var router = router(Map.of("first", answering(FREE), "second", answering(DONE)));
        for (var i = 0; i < 3; i++) {
            generate(router);
        }
        now = now.plusSeconds(29);
        generate(router);
        assertEquals(3, callsOf("model-at-first"));
        now = now.plusSeconds(1);

        generate(router);
        generate(router);

        assertEquals(4, callsOf("model-at-first"));
    }

    /** The trial is under way, and a second call comes. */
    @Test
    void whileARouteIsTriedOthersDoNotWaitForIt() throws InterruptedException {
        var inner = new ArrayList<ProviderOutcome>();
        var reference = new AtomicReference<Router>();
        var failures = new AtomicInteger();
        ImageProvider first =
                call -> {
                    calls.add(call);
                    if (failures.incrementAndGet() == 4) {
                        inner.add(generate(reference.get()));
                    }
                    return FREE;
                };
        reference.set(router(Map.of("first", first, "second", answering(DONE))));
        for (var i = 0; i < 3; i++) {
            generate(reference.get());
        }
        now = now.plusSeconds(30);

        generate(reference.get());

        assertEquals(List.of(DONE), inner);
        assertEquals(4, callsOf("model-at-first"));
    }

    @Test
    void aRouteThatWorksAgainIsTheFirstAgain() throws InterruptedException {
        var outcomes = new ArrayDeque<ProviderOutcome>(List.of(FREE, FREE, FREE));
        ImageProvider first =
                call -> {
                    calls.add(call);
                    return outcomes.isEmpty() ? DONE : outcomes.poll();
                };
        var router = router(Map.of("first", first, "second", answering(FREE)));
        for (var i = 0; i < 3; i++) {
            assertSame(FREE, generate(router));
        }
        now = now.plusSeconds(30);
        assertSame(DONE, generate(router));
        calls.clear();

        assertSame(DONE, generate(router));

        assertEquals(List.of("model-at-first"), names());
    }

    @Test
    void twoFailuresWithASuccessBetweenThemAreNoThree() throws InterruptedException {
        var outcomes = new ArrayDeque<ProviderOutcome>(List.of(FREE, FREE, DONE, FREE, FREE, DONE));
        ImageProvider first =
                call -> {
                    calls.add(call);
                    return outcomes.poll();
                };
        var router = router(Map.of("first", first, "second", answering(DONE)));

        for (var i = 0; i < 6; i++) {
            generate(router);
        }

        assertEquals(6, callsOf("model-at-first"));
    }

    @Test
    void aRefusalOfWhatTheCallerSentIsNoFailureOfTheRoute() throws InterruptedException {
        var refusal = new Rejected(false);
        var router = router(Map.of("first", answering(refusal), "second", answering(DONE)));

        for (var i = 0; i < 5; i++) {
            assertSame(refusal, generate(router));
        }
    }

    @Test
    void whereEveryRouteKeepsFailingAllAreTried() throws InterruptedException {
        var router = router(Map.of("first", answering(FREE), "second", answering(FREE)));

        for (var i = 0; i < 5; i++) {
            assertSame(FREE, generate(router));
        }

        assertEquals(5, callsOf("model-at-first"));
        assertEquals(5, callsOf("model-at-second"));
    }

    /** It comes last, but it comes: its pause says nothing of what it would do now. */
    @Test
    void aRouteThatPausesIsTriedBehindOneThatRefusesNow() throws InterruptedException {
        var outcomes = new ArrayDeque<ProviderOutcome>(List.of(FREE, FREE, FREE, DONE));
        ImageProvider first =
                call -> {
                    calls.add(call);
                    return outcomes.poll();
                };
        var second = new ArrayDeque<ProviderOutcome>(List.of(DONE, DONE, DONE, FREE));
        ImageProvider other =
                call -> {
                    calls.add(call);
                    return second.poll();
                };
        var router = router(Map.of("first", first, "second", other));
        for (var i = 0; i < 3; i++) {
            generate(router);
        }
        calls.clear();

        assertSame(DONE, generate(router));

        assertEquals(List.of("model-at-second", "model-at-first"), names());
    }

    /** With less time, its call might be paid for and given up. */
    @Test
    void noOtherRouteIsTakenWhenMoreThanHalfOfTheTimeIsGone() throws InterruptedException {
        ImageProvider slow =
                call -> {
                    calls.add(call);
                    now = now.plusMillis(3_501);
                    return FREE;
                };
        var router = router(Map.of("first", slow, "second", answering(DONE)));

        assertSame(FREE, generate(router));

        assertEquals(List.of("model-at-first"), names());
    }

    @Test
    void theNextRouteHasTheTimeThatIsLeft() throws InterruptedException {
        ImageProvider slow =
                call -> {
                    calls.add(call);
                    now = now.plusSeconds(2);
                    return FREE;
                };
        var router = router(Map.of("first", slow, "second", answering(DONE)));

        assertSame(DONE, generate(router));

        assertEquals(Duration.ofSeconds(5), calls.getLast().timeout());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "7, 7", "8, 7"})
    void aRouteHasItsOwnTimeAsFarAsTheRunHasIt(int own, int given)
            throws IOException, InterruptedException {
        var route = route("first", "model-at-first");
        Files.writeString(
                catalog,
                Files.readString(catalog).replace(route, route + ", \"timeout_seconds\": " + own));
        var router = router(Map.of("first", answering(DONE)));

        generate(router);

        assertEquals(Duration.ofSeconds(given), calls.getFirst().timeout());
    }

    private ProviderOutcome generate(Router router) throws InterruptedException {
        var budget = Budget.of(TIMEOUT, new Journal(() -> now));
        return router.generate(Mode.LIVE, image(), Inputs.NONE, budget);
    }

    private long callsOf(String model) {
        return names().stream().filter(model::equals).count();
    }

    private ImageProvider answering(ProviderOutcome outcome) {
        return call -> {
            calls.add(call);
            return outcome;
        };
    }

    private List<String> names() {
        return calls.stream().map(call -> call.route().model()).toList();
    }

    /** The carried catalogue, with two routes to the model. */
    private Router router(Map<String, ImageProvider> providers) {
        return new Router(CatalogReader.read(Optional.of(catalog)), providers, sandbox);
    }

    private static byte[] bytes() throws IOException {
        try (var file = CatalogReader.class.getResourceAsStream("catalog.json")) {
            return file.readAllBytes();
        }
    }

    /** Of a clock that stands still, so that a call's time can be told exactly. */
    private static Budget budget() {
        return Budget.of(TIMEOUT, new Journal(InstantSource.fixed(Instant.EPOCH)));
    }

    private static ImageRequest image() {
        return new ImageRequest(
                MODEL,
                "A lighthouse",
                1,
                new ImageSize(Tier.ONE_K, new Dimensions(1024, 1024), Optional.empty(), true),
                Quality.LOW,
                new Output(Optional.empty(), Optional.empty(), Background.AUTO),
                InputShape.NONE,
                Map.of());
    }
}
