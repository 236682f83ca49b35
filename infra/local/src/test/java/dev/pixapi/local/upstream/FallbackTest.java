package dev.pixapi.local.upstream;

import static dev.pixapi.local.upstream.Misbehaviours.refuses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model with two ways to it, OpenAI and then Azure: the second is taken when the first has
 * provably not begun, and never otherwise. The caller pays once, the model's price.
 */
class FallbackTest {
    /** Anew for each test: a system remembers which ways kept failing. */
    private final TwoWays ways = TwoWays.start(Map.of());

    @AfterEach
    void stop() {
        ways.close();
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
        ways.openAi().behave(first);

        var answer = ways.caller().generate(Caller.order(2));

        assertEquals(200, answer.status());
        assertEquals(2, answer.json().objects("data").size());
        assertEquals(1, ways.openAi().calls());
        assertEquals(1, ways.azure().calls());
        ways.caller().assertCharged(8);
    }

    @Test
    void aWorkerTakesTheSecondWayToo() {
        ways.openAi().behave(refuses(503, Map.of()));

        var task = ways.caller().run(Caller.order(2));

        assertEquals("completed", task.string("status"));
        assertEquals(1, ways.azure().calls());
        ways.caller().assertCharged(8);
    }

    @Test
    void anEditGoesTheSecondWayWithAllItsImages() {
        ways.openAi().behave(refuses(503, Map.of()));

        var answer = ways.caller().ask("edits", TwoWays.edit());

        assertEquals(200, answer.status());
        assertEquals(files(ways.openAi()), files(ways.azure()));
        assertEquals(3, files(ways.azure()).size());
        ways.caller().assertCharged(4);
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
        ways.openAi().behave(fault.upstream());

        var answer = ways.caller().generate(Caller.order(1));

        assertEquals(fault.ending().status(), answer.status());
        assertEquals(1, ways.openAi().calls());
        assertEquals(0, ways.azure().calls());
        ways.caller().assertCharged(0);
    }

    @Test
    void fewerImagesThanAskedAreDeliveredAndNotFilledUpElsewhere() {
        ways.openAi().behave(Images.count(3));

        var answer = ways.caller().generate(Caller.order(4));

        assertEquals(3, answer.json().objects("data").size());
        assertEquals(0, ways.azure().calls());
        ways.caller().assertCharged(12);
    }

    @Test
    void whenBothRefuseTheLastRefusalIsTheAnswerAndNothingIsCharged() {
        ways.openAi().behave(refuses(429, Map.of()));
        ways.azure().behave(refuses(503, Map.of()));

        var answer = ways.caller().generate(Caller.order(1));

        assertEquals(503, answer.status());
        assertEquals("true", answer.headers().get("x-should-retry"));
        assertEquals(List.of(1, 1), List.of(ways.openAi().calls(), ways.azure().calls()));
        ways.caller().assertCharged(0);
        var failure = Manifests.ofFailed(ways.system(), ways.caller().task().string("id"));
        assertEquals(List.of("openai", "azure"), providers(failure));
    }

    @Test
    void theTaskNotesBothWaysWithTheirRequestIds() {
        ways.openAi().behave(refuses(503, Map.of("code", "overloaded")));
        var answer = ways.caller().generate(Caller.order(1)).json();

        var manifest = Manifests.of(ways.system(), answer.string("task_id"));
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

    @Test
    void aWayThatKeepsFailingIsSkippedAfterTheThirdTime() {
        ways.openAi().behave(refuses(503, Map.of()));
        for (var i = 0; i < 5; i++) {
            assertEquals(200, ways.caller().generate(Caller.order(1)).status());
        }
        assertEquals(List.of(3, 5), List.of(ways.openAi().calls(), ways.azure().calls()));
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
