package dev.pixapi.local.upstream.gemini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.api.ErrorCode;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Caller;
import dev.pixapi.local.upstream.Fault;
import dev.pixapi.local.upstream.Manifests;
import dev.pixapi.local.upstream.Misbehaviours;
import dev.pixapi.local.upstream.UpstreamAnswer;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.util.List;

/** Whatever Gemini does: what the caller gets, what is charged, and how often it is asked. */
class GeminiFaultsTest {
    private static UpstreamDouble upstream;
    private static TestingSystem system;

    @BeforeAll
    static void start() {
        upstream = GeminiDouble.start();
        system =
                TestingSystem.start(
                        GeminiDouble.settings(upstream, "PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30"));
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @ParameterizedTest
    @MethodSource("dev.pixapi.local.upstream.gemini.GeminiFaults#all")
    void aCallerWhoWaitsIsAnsweredAndChargedWhatCame(GeminiFault row) {
        var fault = row.fault();
        upstream.behave(fault.upstream());
        var caller = new Caller(system, upstream);

        var answer = caller.generate(Orders.images(fault.asked()));

        assertEquals(fault.ending().status(), answer.status());
        if (fault.ending().delivered() > 0) {
            assertDelivered(fault, answer.json());
        } else {
            assertRefused(fault, answer.json().object("error"));
            assertEquals(
                    String.valueOf(fault.ending().retry()), answer.headers().get("x-should-retry"));
        }
        caller.assertCharged(fault.charge());
        assertEquals(row.calls(), upstream.calls());
    }

    @ParameterizedTest
    @MethodSource("dev.pixapi.local.upstream.gemini.GeminiFaults#ofEachKind")
    void aTaskEndsAndIsChargedForWhatCame(GeminiFault row) {
        var fault = row.fault();
        upstream.behave(fault.upstream());
        var caller = new Caller(system, upstream);

        var task = caller.run(Orders.images(fault.asked()));

        if (fault.ending().delivered() > 0) {
            assertEquals("completed", task.string("status"));
            assertDelivered(fault, task.object("result"));
        } else {
            assertEquals("failed", task.string("status"));
            assertRefused(fault, task.object("error"));
        }
        assertEquals(fault.charge(), task.object("credits").number("charged"));
        assertEquals(0, task.object("credits").number("held"));
        caller.assertCharged(fault.charge());
        assertEquals(row.calls(), upstream.calls());
    }

    @Test
    void usageIsTheSumOfTheCallsByTheNamesThatSdksRead() {
        upstream.behave(GeminiDouble.asAsked());

        var answer = new Caller(system, upstream).generate(Orders.images(3)).json();

        var usage = answer.object("usage");
        assertEquals(36, usage.number("input_tokens"));
        assertEquals(36, usage.object("input_tokens_details").number("text_tokens"));
        assertEquals(0, usage.object("input_tokens_details").number("image_tokens"));
        assertEquals(3660, usage.number("output_tokens"));
        assertEquals(3360, usage.object("output_tokens_details").number("image_tokens"));
        assertEquals(3696, usage.number("total_tokens"));
    }

    @Test
    void whatAnImageSaysOfItsOriginIsKeptAsItCame() {
        var signed = Pictures.signed();
        var part = GeminiAnswers.image(Pictures.base64(signed));
        upstream.behave(Misbehaviours.answers(GeminiAnswers.parts(part)));

        var answer = new Caller(system, upstream).generate(Orders.images(1)).json();

        assertArrayEquals(signed, file(answer.objects("data").getFirst()));
    }

    @Test
    void theFirstImageOfEachCallIsDeliveredBeforeASecondOfAny() {
        var first = GeminiAnswers.image(Pictures.base64(Pictures.draw(16, 16)));
        var extra = GeminiAnswers.image(Pictures.base64(Pictures.draw(32, 32)));
        upstream.behave(Behaviour.inTurn(Misbehaviours.answers(GeminiAnswers.parts(first, extra))));

        var images = new Caller(system, upstream).generate(Orders.images(2)).json().objects("data");

        assertEquals(
                List.of("16x16", "16x16"), images.stream().map(GeminiFaultsTest::size).toList());
    }

    @Test
    void ofTwoImagesForOneTheSecondIsCountedAsWaste() {
        var part = GeminiAnswers.image(Pictures.sound());
        upstream.behave(Misbehaviours.answers(GeminiAnswers.parts(part, part)));

        var answer = new Caller(system, upstream).generate(Orders.images(1)).json();

        var manifest = Manifests.of(system, answer.string("task_id"));
        assertEquals(2, manifest.number("returned"));
        assertEquals(1, manifest.number("wasted"));
    }

    @Test
    void theOperatorFindsEveryCallOfATaskAndWhatBecameOfIt() {
        upstream.behave(
                Behaviour.inTurn(
                        Misbehaviours.answers(GeminiAnswers.ended("IMAGE_SAFETY")),
                        GeminiDouble.asAsked()));

        var answer = new Caller(system, upstream).generate(Orders.images(3)).json();

        var manifest = Manifests.of(system, answer.string("task_id"));
        assertEquals(
                List.of("output_rejected"),
                manifest.objects("missing").stream().map(m -> m.string("code")).toList());
        var exchanges = manifest.objects("exchanges");
        assertEquals(
                List.of("images 1", "images 1", "rejected output"),
                exchanges.stream().map(e -> e.string("outcome")).sorted().toList());
        for (var exchange : exchanges) {
            assertEquals("gemini", exchange.string("provider"));
            assertEquals(Orders.MODEL, exchange.string("model"));
            assertEquals("response-" + UpstreamAnswer.SECRET, exchange.string("request_id"));
        }
    }

    @Test
    void theOperatorFindsWhyNoImageCame() {
        upstream.behave(Misbehaviours.answers(GeminiAnswers.ended("NO_IMAGE")));
        var caller = new Caller(system, upstream);

        caller.generate(Orders.images(1));

        var why = "images 0, unavailable: no image: NO_IMAGE";
        assertEquals(
                List.of(why, why),
                Manifests.ofFailed(system, caller.task().string("id")).objects("exchanges").stream()
                        .map(exchange -> exchange.string("outcome"))
                        .toList());
    }

    private static void assertDelivered(Fault fault, Fields result) {
        var images = result.objects("data");
        assertEquals(fault.ending().delivered(), images.size());
        assertEquals(fault.charge(), result.number("credits"));
        for (var entry : images) {
            var info = ImageInspector.inspect(file(entry)).orElseThrow();
            assertEquals(result.string("size"), info.dimensions().toString());
        }
    }

    private static void assertRefused(Fault fault, Fields error) {
        var code = ErrorCode.named(fault.ending().code()).orElseThrow();
        assertEquals(fault.ending().code(), error.string("code"));
        assertEquals(code.type(), error.string("type"));
        assertFalse(error.string("message").isBlank());
    }

    private static String size(Fields entry) {
        return ImageInspector.inspect(file(entry)).orElseThrow().dimensions().toString();
    }

    private static byte[] file(Fields entry) {
        var file = system.get(URI.create(entry.string("url")).getPath(), "");
        assertEquals(200, file.status());
        return file.body();
    }
}
