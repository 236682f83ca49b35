package dev.pixapi.provider;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
import dev.pixapi.metric.Metrics;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Unavailable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The carried catalogue with two routes to a model, "first" and "second", on a clock that stands
 * still, so that a call's time can be told exactly.
 */
final class TwoRoutes {
    static final String MODEL = "gpt-image-1.5";
    static final Duration TIMEOUT = Duration.ofSeconds(7);
    static final Images DONE = new Images(List.of(), Optional.empty(), Optional.empty());
    static final Unavailable FREE = new Unavailable(true, "503");

    private final List<ProviderCall> calls = new ArrayList<>();
    private final Path catalog;
    private Instant now = Instant.EPOCH;

    private TwoRoutes(Path catalog) {
        this.catalog = catalog;
    }

    static TwoRoutes in(Path folder) throws IOException {
        var carried = new String(bytes(), StandardCharsets.UTF_8);
        var renamed =
                carried.replace(route("openai", MODEL), route("first", "model-at-first"))
                        .replace(route("azure", MODEL), route("second", "model-at-second"));
        assertNotEquals(carried, renamed);
        return new TwoRoutes(Files.writeString(folder.resolve("catalog.json"), renamed));
    }

    private static byte[] bytes() throws IOException {
        try (var file = CatalogReader.class.getResourceAsStream("catalog.json")) {
            return file.readAllBytes();
        }
    }

    private static String route(String provider, String model) {
        return "{\"provider\": \"" + provider + "\", \"model\": \"" + model + "\"";
    }

    /** Gives the first route a time of its own. */
    void limit(int seconds) throws IOException {
        var route = route("first", "model-at-first");
        var text = Files.readString(catalog);
        Files.writeString(
                catalog, text.replace(route, route + ", \"timeout_seconds\": " + seconds));
    }

    /** Each route answers always alike. */
    Router router(ProviderOutcome first, ProviderOutcome second) {
        return router(Map.of("first", answering(first), "second", answering(second)));
    }

    /** The sandbox is done at once. */
    Router router(Map<String, ImageProvider> providers) {
        return new Router(CatalogReader.read(Optional.of(catalog)), providers, answering(DONE));
    }

    ImageProvider answering(ProviderOutcome outcome) {
        return recording(_ -> outcome);
    }

    ImageProvider inTurn(ProviderOutcome... outcomes) {
        var left = new ArrayDeque<>(List.of(outcomes));
        return recording(_ -> left.remove());
    }

    /** Each call counts before it is answered. */
    ImageProvider recording(ImageProvider provider) {
        return call -> {
            calls.add(call);
            return provider.generate(call);
        };
    }

    ProviderOutcome generate(Router router) throws InterruptedException {
        return generate(Mode.LIVE, router);
    }

    ProviderOutcome generate(Mode mode, Router router) throws InterruptedException {
        return router.generate(mode, image(), Inputs.NONE, budget(Metrics.NONE));
    }

    /** As {@link #generate(Router)}, counted. */
    ProviderOutcome generate(Router router, Metrics metrics) throws InterruptedException {
        return router.generate(Mode.LIVE, image(), Inputs.NONE, budget(metrics));
    }

    private Budget budget(Metrics metrics) {
        return Budget.of(TIMEOUT, new Journal(() -> now, metrics));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<ProviderCall> calls() {
        return calls;
    }

    /** Of the models, as they were called. */
    List<String> names() {
        return calls.stream().map(call -> call.route().model()).toList();
    }

    long callsOf(String model) {
        return names().stream().filter(model::equals).count();
    }

    static ImageRequest image() {
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
