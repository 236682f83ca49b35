package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Amazon Bedrock is sent, and how it is signed. */
class BedrockRequestTest {
    private static UpstreamDouble upstream;
    private static TestingSystem system;

    private Caller caller;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        system = TestingSystem.start(Bedrock.settings(upstream), Bedrock::clients);
    }

    @BeforeEach
    void isQuick() {
        upstream.behave(Bedrock.asAsked());
        caller = new Caller(system, upstream);
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @ParameterizedTest
    @CsvSource({
        "stable-image-core, stability.stable-image-core-v1%3A1",
        "stable-image-ultra, stability.stable-image-ultra-v1%3A1",
        "sd3.5-large, stability.sd3-5-large-v1%3A0"
    })
    void aModelIsAskedForByItsNameThereWithTheDefaultsAndNothingElse(String model, String path) {
        assertEquals(200, caller.generate(order(model)).status());

        var request = upstream.request();
        assertEquals("POST /model/" + path + "/invoke HTTP/1.1", request.line());
        assertEquals("application/json", request.header("content-type"));
        assertSent(Map.of("prompt", "A lighthouse", "output_format", "png"));
    }

    @ParameterizedTest
    @CsvSource({"16:9, 16:9, 1344x768", "1344x768, 16:9, 1344x768", "1K, , 1024x1024"})
    void aSizeIsSentAsItsRatioAndWhatCameIsReported(String asked, String sent, String came) {
        var order = order("stable-image-core");
        order.put("size", asked);
        order.put("output_format", "jpeg");

        var answer = caller.generate(order);

        var body = new HashMap<String, Object>();
        body.put("prompt", "A lighthouse");
        body.put("output_format", "jpeg");
        if (sent != null) {
            body.put("aspect_ratio", sent);
        }
        assertSent(body);
        assertEquals(came, answer.json().string("size"));
    }

    @Test
    void anEditSendsItsImageAndKeepsItsShape() {
        var red = TestingPictures.png(96, 64, Color.RED);
        var order = order("sd3.5-large");
        order.put("image", Caller.dataUrl(red));

        var answer = caller.ask("edits", order);

        assertEquals(200, answer.status());
        assertEquals("96x64", answer.json().string("size"));
        var asked = upstream.request().json();
        assertEquals("image-to-image", asked.string("mode"));
        assertArrayEquals(red, Base64.getDecoder().decode(asked.string("image")));
        assertEquals("0.7", asked.decimal("strength").toString());
        assertFalse(asked.has("aspect_ratio"));
        caller.assertCharged(8);
    }

    @Test
    void aWorkerEditsTheSameImage() {
        var red = TestingPictures.png(96, 64, Color.RED);
        var order = order("sd3.5-large");
        order.put("image", Caller.dataUrl(red));
        order.put("n", 2);

        assertEquals("completed", caller.run("edits", order).string("status"));

        assertEquals(2, upstream.calls());
        for (var request : upstream.requests()) {
            assertArrayEquals(red, Base64.getDecoder().decode(request.json().string("image")));
        }
        caller.assertCharged(16);
    }

    /** The double refuses what is not signed; this one looks at the signature itself. */
    @Test
    void aRequestIsSignedWithTheRoleForBedrockInItsRegionAndNow() {
        caller.generate(order("stable-image-core"));

        var request = upstream.request();
        var signature = Signature.of(request);
        assertTrue(signature.isOf(request, Bedrock.SECRET_KEY));
        assertFalse(signature.isOf(request, "another secret"));
        assertEquals(Bedrock.KEY_ID, signature.keyId());
        assertTrue(signature.scope().endsWith("/us-west-2/bedrock/aws4_request"));
        assertTrue(
                signature
                        .signedHeaders()
                        .containsAll(List.of("host", "x-amz-date", "x-amz-security-token")));
        assertEquals(Bedrock.TOKEN, request.header("x-amz-security-token"));
        var signed =
                LocalDateTime.parse(
                                request.header("x-amz-date"),
                                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
                        .toInstant(ZoneOffset.UTC);
        assertTrue(Duration.between(signed, Instant.now()).abs().toSeconds() < 60);
    }

    @Test
    void aPromptBeyondTheModelsLimitIsRefusedByNameBeforeAnythingIsHeld() {
        var order = order("stable-image-core");
        order.put("prompt", "\uD83D\uDDFC".repeat(10_001));

        var answer = caller.generate(order);

        assertEquals(400, answer.status());
        assertEquals("prompt", answer.json().object("error").string("param"));
        assertEquals(0, upstream.calls());
        caller.assertUntouched();
    }

    /** The operator's to mend; nothing was sent. */
    @Test
    void withoutCredentialsTheModelIsNotAvailable() {
        try (var own = TestingSystem.start(Bedrock.settings(upstream), Bedrock::withoutRole)) {
            var stranger = new Caller(own, upstream);

            var answer = stranger.generate(order("stable-image-core"));

            assertEquals(503, answer.status());
            assertEquals("model_unavailable", answer.errorCode());
            assertEquals(0, upstream.calls());
            stranger.assertCharged(0);
        }
    }

    @Test
    void aPromptAtTheModelsLimitIsSent() {
        var order = order("stable-image-core");
        order.put("prompt", "\uD83D\uDDFC".repeat(10_000));

        assertEquals(200, caller.generate(order).status());
    }

    private static Map<String, Object> order(String model) {
        var order = new HashMap<String, Object>();
        order.put("model", model);
        order.put("prompt", "A lighthouse");
        return order;
    }

    private static void assertSent(Map<String, ?> body) {
        assertEquals(new HashMap<>(body), new HashMap<>(upstream.request().json().values()));
    }
}
