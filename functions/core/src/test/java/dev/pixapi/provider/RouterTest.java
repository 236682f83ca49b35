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
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RouterTest {
    private static final String MODEL = "gpt-image-1.5";
    private static final Duration TIMEOUT = Duration.ofSeconds(7);
    private static final Images DONE = new Images(List.of(), Optional.empty(), Optional.empty());
    private static final Unavailable FREE = new Unavailable(true, "503");

    private final List<ProviderCall> calls = new ArrayList<>();
    private final ImageProvider sandbox = answering(DONE);

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
