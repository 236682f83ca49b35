package dev.pixapi.local.upstream;

import static dev.pixapi.local.upstream.Bedrock.finishes;
import static dev.pixapi.local.upstream.Bedrock.images;
import static dev.pixapi.local.upstream.Bedrock.refuses;
import static dev.pixapi.local.upstream.Behaviour.inTurn;
import static dev.pixapi.local.upstream.Fault.delivers;
import static dev.pixapi.local.upstream.Fault.notAccepted;
import static dev.pixapi.local.upstream.Fault.outputRejected;
import static dev.pixapi.local.upstream.Fault.rejected;
import static dev.pixapi.local.upstream.Fault.unavailable;
import static dev.pixapi.local.upstream.Fault.unknown;
import static dev.pixapi.local.upstream.Misbehaviours.answers;
import static dev.pixapi.local.upstream.Misbehaviours.stopsHalfWay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.Misbehaviours.Framing;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table for Stability on Bedrock: a call for each image, and each its own outcome. */
class BedrockFaultsTest extends FaultTable {
    private static final String OUTPUT = "Filter reason: output image";

    @Override
    Map<String, String> settings() {
        return Bedrock.settings(upstream, "PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30");
    }

    @Override
    @BeforeAll
    void start() {
        system = TestingSystem.start(settings(), Bedrock::clients);
    }

    @Override
    String operation() {
        return "generations";
    }

    @Override
    Map<String, Object> order(int images) {
        var order = new LinkedHashMap<String, Object>();
        order.put("model", "stable-image-core");
        order.put("prompt", "A lighthouse in fog");
        order.put("n", images);
        return order;
    }

    @Override
    int calls(Fault fault) {
        return fault.asked();
    }

    @Override
    Stream<Fault> all() {
        return Stream.of(ofImages(), ofModels(), ofBedrock(), cutOff()).flatMap(rows -> rows);
    }

    /** Few enough to run them all both ways. */
    @Override
    Stream<Fault> ofEachKind() {
        return all();
    }

    private static Stream<Fault> ofImages() {
        return Stream.of(
                delivers(4, "as many as asked", 4, Bedrock.asAsked()),
                delivers(3, "a server error among four", 4, but(refuses(500, "InternalServer"))),
                delivers(3, "one held back among four", 4, but(finishes(OUTPUT))),
                delivers(3, "a reset among four", 4, but(Misbehaviours.resetsWhenRead())),
                delivers(3, "garbage among four", 4, but(images("AAAA"))),
                delivers(1, "two for one", 1, images(Images.sound(), Images.sound())),
                unavailable("no image and no reason", images()),
                unavailable("no base64", images("-- none --")),
                unavailable("no list of images", answers(UpstreamAnswer.json(200, Map.of()))),
                unavailable("no JSON", answers(UpstreamAnswer.text(200, "<h1>Welcome</h1>"))));
    }

    private static Stream<Fault> ofModels() {
        return Stream.of(
                rejected("prompt", finishes("Filter reason: prompt")),
                rejected("input image", finishes("Filter reason: input image")),
                outputRejected("output image", finishes(OUTPUT)),
                unavailable("inference error", finishes("Inference error")));
    }

    private static Stream<Fault> ofBedrock() {
        return Stream.of(
                notAccepted("validation", refuses(400, "ValidationException")),
                unavailable("quota", refuses(400, "ServiceQuotaExceededException")),
                unavailable("name", refuses(400, "ValidationException", badName())),
                unavailable("access", refuses(403, "AccessDeniedException")),
                unavailable("no such model", refuses(404, "ResourceNotFoundException")),
                unknown("model timeout", refuses(408, "ModelTimeoutException")),
                unavailable("model error", refuses(424, "ModelErrorException")),
                unavailable("throttled", refuses(429, "ThrottlingException")),
                unavailable("not ready", refuses(429, "ModelNotReadyException")),
                unavailable("internal", refuses(500, "InternalServerException")),
                unavailable("unavailable", refuses(503, "ServiceUnavailableException")),
                unavailable("a gateway's page", answers(UpstreamAnswer.text(502, "<h1>Bad"))));
    }

    private static Stream<Fault> cutOff() {
        return Stream.of(
                unknown("reset before it was read", Misbehaviours.resetsUnread()),
                unknown("reset after it was read", Misbehaviours.resetsWhenRead()),
                unknown("closed after it was read", Misbehaviours.closesWhenRead()),
                unknown("half a body", stopsHalfWay(Framing.LENGTH, Bedrock::whole)),
                unknown("half a body in chunks", stopsHalfWay(Framing.CHUNKS, Bedrock::whole)),
                unavailable("half a closed body", stopsHalfWay(Framing.CLOSE, Bedrock::whole)));
    }

    private static String badName() {
        return "The provided model identifier is invalid.";
    }

    /** One call is served so, the others are served well. */
    private static Behaviour but(Behaviour once) {
        return inTurn(once, Bedrock.asAsked());
    }

    @Test
    void theTaskNotesEachCallWithItsRequestIdAndWhatBecameOfTheMissingImage() {
        upstream.behave(but(finishes(OUTPUT)));

        var answer = new Caller(system, upstream).ask("generations", order(3)).json();

        var manifest = Manifests.of(system, answer.string("task_id"));
        var exchanges = manifest.objects("exchanges");
        assertEquals(3, exchanges.size());
        for (var exchange : exchanges) {
            assertEquals("bedrock", exchange.string("provider"));
            assertEquals("bedrock-request-1", exchange.string("request_id"));
        }
        assertEquals(
                List.of("images 1", "images 1", "rejected output"),
                exchanges.stream().map(BedrockFaultsTest::outcome).sorted().toList());
    }

    private static String outcome(Fields exchange) {
        return exchange.string("outcome");
    }
}
