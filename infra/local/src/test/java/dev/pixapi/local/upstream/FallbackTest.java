package dev.pixapi.local.upstream;

import static dev.pixapi.local.upstream.Misbehaviours.refuses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model with two ways to it, OpenAI and then Azure: the second is taken when the first has
 * provably not begun, and never otherwise. The caller pays once, the model's price.
 */
class FallbackTest {
    private final UpstreamDouble openAi = UpstreamDouble.start();
    private final UpstreamDouble azure = UpstreamDouble.start();
    private TestingSystem system;
    private Caller caller;

    /** Anew for each test: a system remembers which ways kept failing. */
    @BeforeEach
    void start() {
        start(Map.of());
    }

    private void start(Map<String, String> more) {
        var settings = openAi.settings("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30");
        settings.putAll(azure.azure());
        settings.putAll(more);
        system = TestingSystem.start(settings);
        caller = new Caller(system, azure);
    }

    @AfterEach
    void stop() {
        system.close();
        openAi.close();
        azure.close();
    }

    private void restart(Map<String, String> more) {
        system.close();
        start(more);
    }

    /** Statuses before the work, with codes as OpenAI has them. */
    static Stream<Behaviour> notBegun() {
        return Stream.of(
                refuses(429, Map.of("code", "rate_limit_exceeded")),
                refuses(429, Map.of("code", "insufficient_quota")),
                refuses(503, Map.of("code", "overloaded")),
                refuses(401, Map.of("code", "invalid_api_key")),
                refuses(404, Map.of("code", "model_not_found")),
                refuses(400, Map.of("code", "billing_hard_limit_reached")),
                Misbehaviours.redirects(302, "/elsewhere"));
    }

    @ParameterizedTest
    @MethodSource("notBegun")
    void theSecondWayDeliversWhenTheFirstRefusedBeforeTheWork(Behaviour first) {
        openAi.behave(first);

        var answer = caller.generate(Caller.order(2));

        assertEquals(200, answer.status());
        assertEquals(2, answer.json().objects("data").size());
        assertEquals(1, openAi.calls());
        assertEquals(1, azure.calls());
        caller.assertCharged(8);
    }

    @Test
    void aWorkerTakesTheSecondWayToo() {
        openAi.behave(refuses(503, Map.of()));

        var task = caller.run(Caller.order(2));

        assertEquals("completed", task.string("status"));
        assertEquals(1, azure.calls());
        caller.assertCharged(8);
    }

    @Test
    void anEditGoesTheSecondWayWithAllItsImages() {
        openAi.behave(refuses(503, Map.of()));

        var answer = caller.ask("edits", edit());

        assertEquals(200, answer.status());
        assertEquals(files(openAi), files(azure));
        assertEquals(3, files(azure).size());
        caller.assertCharged(4);
    }

    @Test
    void aFirstWayWhereNothingListensIsNoCall() throws IOException {
        try (var deaf = new Socket()) {
            // Bound and not listening: connecting to it is refused.
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            restart(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:" + deaf.getLocalPort()));

            assertEquals(200, caller.generate(Caller.order(1)).status());
        }
        assertEquals(0, openAi.calls());
        assertEquals(1, azure.calls());
        caller.assertCharged(4);
    }

    /** What may have been paid, was refused for what it says, or was answered at all. */
    static Stream<Fault> mayHaveBegun() {
        return Stream.of(
                Fault.unavailable("500", refuses(500, Map.of())),
                Fault.unavailable("502", refuses(502, Map.of())),
                Fault.unknown("504", refuses(504, Map.of())),
                Fault.unknown("reset unread", Misbehaviours.resetsUnread()),
                Fault.unknown("reset", Misbehaviours.resetsWhenRead()),
                Fault.unknown("closed", Misbehaviours.closesWhenRead()),
                Fault.unavailable("garbage", Images.base64("AAAA")),
                Fault.unavailable(
                        "no JSON", Misbehaviours.answers(UpstreamAnswer.text(200, "<h1>"))),
                Fault.rejected("moderation", refuses(400, Map.of("code", "moderation_blocked"))),
                Fault.notAccepted("a parameter", refuses(400, Map.of("param", "size"))));
    }

    @ParameterizedTest
    @MethodSource("mayHaveBegun")
    void noSecondWayIsTakenWhenTheFirstMayHaveBegun(Fault fault) {
        openAi.behave(fault.upstream());

        var answer = caller.generate(Caller.order(1));

        assertEquals(fault.ending().status(), answer.status());
        assertEquals(1, openAi.calls());
        assertEquals(0, azure.calls());
        caller.assertCharged(0);
    }

    @Test
    void fewerImagesThanAskedAreDeliveredAndNotFilledUpElsewhere() {
        openAi.behave(Images.count(3));

        var answer = caller.generate(Caller.order(4));

        assertEquals(3, answer.json().objects("data").size());
        assertEquals(0, azure.calls());
        caller.assertCharged(12);
    }

    @Test
    void whenBothRefuseTheLastRefusalIsTheAnswerAndNothingIsCharged() {
        openAi.behave(refuses(429, Map.of()));
        azure.behave(refuses(503, Map.of()));

        var answer = caller.generate(Caller.order(1));

        assertEquals(503, answer.status());
        assertEquals("true", answer.headers().get("x-should-retry"));
        assertEquals(List.of(1, 1), List.of(openAi.calls(), azure.calls()));
        caller.assertCharged(0);
        var failure = Manifests.ofFailed(system, caller.task().string("id"));
        assertEquals(List.of("openai", "azure"), providers(failure));
    }

    @Test
    void theTaskNotesBothWaysWithTheirRequestIds() {
        openAi.behave(refuses(503, Map.of("code", "overloaded")));
        var answer = caller.generate(Caller.order(1)).json();

        var manifest = Manifests.of(system, answer.string("task_id"));
        assertEquals(List.of("openai", "azure"), providers(manifest));
        var first = manifest.objects("exchanges").getFirst();
        var second = manifest.objects("exchanges").getLast();
        assertEquals("unavailable, free: 503 overloaded", first.string("outcome"));
        assertEquals("images 1", second.string("outcome"));
        for (var exchange : List.of(first, second)) {
            assertEquals("gpt-image-2", exchange.string("model"));
            assertEquals("req_" + UpstreamAnswer.SECRET, exchange.string("request_id"));
        }
    }

    /**
     * What each route cannot do, and whether the request is then refused before anything is held.
     */
    @ParameterizedTest
    @ValueSource(strings = {"\"mask\": false", "\"inputs\": 1", "\"inputs\": 0"})
    void aWayThatCannotDoAllThatIsAskedIsNotTried(String says) throws IOException {
        restart(azureCan(says));
        openAi.behave(refuses(503, Map.of()));

        assertEquals(503, caller.ask("edits", edit()).status());

        assertEquals(List.of(1, 0), List.of(openAi.calls(), azure.calls()));
        caller.assertCharged(0);
    }

    @Test
    void aClearBackgroundIsAskedOnlyWhereItIsMade() throws IOException {
        restart(azureCan("\"transparent\": false"));
        openAi.behave(refuses(503, Map.of()));
        var order = Caller.order(1);
        order.put("background", "transparent");

        assertEquals(503, caller.generate(order).status());

        assertEquals(0, azure.calls());
    }

    @Test
    void whatNoWayThatIsSetUpCanDoIsRefusedBeforeAnythingIsHeld() throws IOException {
        system.close();
        var settings = azure.azure();
        settings.putAll(azureCan("\"inputs\": 0"));
        system = TestingSystem.start(settings);
        caller = new Caller(system, azure);

        assertEquals(503, caller.ask("edits", edit()).status());

        assertEquals(0, azure.calls());
        caller.assertUntouched();
    }

    @Test
    void aWayThatKeepsFailingIsSkippedAfterTheThirdTime() {
        openAi.behave(refuses(503, Map.of()));
        for (var i = 0; i < 5; i++) {
            assertEquals(200, caller.generate(Caller.order(1)).status());
        }
        assertEquals(List.of(3, 5), List.of(openAi.calls(), azure.calls()));
    }

    private Map<String, Object> edit() {
        var red = Caller.dataUrl(TestingPictures.png(40, 30, Color.RED));
        var blue = Caller.dataUrl(TestingPictures.png(20, 20, Color.BLUE));
        var mask = Caller.dataUrl(TestingPictures.mask(40, 30));
        return Caller.edit(1, Map.of("image", List.of(red, blue), "mask", mask));
    }

    /** An operator's catalogue in which Azure's route of gpt-image-2 can do less. */
    private static Map<String, String> azureCan(String says) throws IOException {
        var route = "{\"provider\": \"azure\", \"model\": \"gpt-image-2\", \"can\": {";
        try (var file =
                FallbackTest.class.getResourceAsStream("/dev/pixapi/catalog/catalog.json")) {
            var carried = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(carried.contains(route));
            var own = Files.createTempFile("catalog", ".json");
            own.toFile().deleteOnExit();
            Files.writeString(own, carried.replace(route, route + says + ", "));
            return Map.of("PIXAPI_CATALOG", own.toString());
        }
    }

    private static List<String> providers(Fields manifest) {
        return manifest.objects("exchanges").stream().map(e -> e.string("provider")).toList();
    }

    private static List<String> files(UpstreamDouble upstream) {
        return upstream.request().parts().stream()
                .filter(UpstreamPart::isFile)
                .map(part -> part.name() + " " + Arrays.hashCode(part.bytes()))
                .toList();
    }
}
