package dev.pixapi.local.upstream.gemini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.Caller;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Gemini is sent. */
class GeminiRequestTest {
    private static UpstreamDouble upstream;
    private static TestingSystem system;

    private Caller caller;

    @BeforeAll
    static void start() {
        upstream = GeminiDouble.start();
        system = TestingSystem.start(GeminiDouble.settings(upstream));
    }

    @BeforeEach
    void isQuick() {
        upstream.behave(GeminiDouble.asAsked());
        caller = new Caller(system, upstream);
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @Test
    void aPlainRequestIsItsPromptAndNothingElse() {
        assertEquals(200, caller.generate(Orders.images(1)).status());

        assertEquals(
                Map.of(
                        "contents",
                        List.of(
                                Map.of(
                                        "role",
                                        "user",
                                        "parts",
                                        List.of(Map.of("text", "A lighthouse in fog")))),
                        "generationConfig",
                        Map.of("responseModalities", List.of("TEXT", "IMAGE"))),
                upstream.request().json().values());
    }

    @Test
    void whatGeminiDoesNotKnowIsNotSent() {
        var order = Orders.images(1);
        order.put("background", "opaque");
        order.put("moderation", "low");
        order.put("user", "user-7");
        order.put("style", "vivid");
        order.put("metadata", Map.of("order", "17"));
        order.put("response_format", "b64_json");

        assertEquals(200, caller.generate(order).status());

        var sent = new String(upstream.request().body(), StandardCharsets.UTF_8);
        for (var word : List.of("opaque", "low", "user-7", "vivid", "17", "b64_json")) {
            assertFalse(sent.contains("\"" + word + "\""), word);
        }
    }

    @Test
    void theOperatorsKeyIsSentAndNothingOfTheCallers() {
        caller.generate(Orders.images(1));

        var request = upstream.request();
        assertEquals(
                "POST /v1beta/models/" + Orders.MODEL + ":generateContent HTTP/1.1",
                request.line());
        assertEquals(UpstreamDouble.KEY, request.header("x-goog-api-key"));
        assertEquals("", request.header("authorization"));
        assertEquals("application/json", request.header("content-type"));
        var body = new String(request.body(), StandardCharsets.UTF_8);
        assertFalse((request.headers() + body).contains(caller.key()));
    }

    @Test
    void everyImageIsACallOfItsOwnWithTheSameBody() {
        assertEquals(200, caller.generate(Orders.images(10)).status());

        assertEquals(10, upstream.calls());
        var bodies = upstream.requests().stream().map(request -> request.json()).distinct();
        assertEquals(1, bodies.count());
    }

    /** The size that came is an eighth of the one that was asked, as the double has it. */
    @ParameterizedTest
    @CsvSource({
        "gemini-3.1-flash-image-preview, auto, , , 128x128",
        "gemini-3.1-flash-image-preview, 1K, , , 128x128",
        "gemini-3.1-flash-image-preview, 512, , 512, 64x64",
        "gemini-3.1-flash-image-preview, 2k, , 2K, 256x256",
        "gemini-3.1-flash-image-preview, 4K, , 4K, 512x512",
        "gemini-3.1-flash-image-preview, 16:9, 16:9, , 128x72",
        "gemini-3.1-flash-image-preview, 1024x1024, 1:1, , 128x128",
        "gemini-3.1-flash-image-preview, 512x512, 1:1, 512, 64x64",
        "gemini-3.1-flash-image-preview, 1080x1920, 9:16, 2K, 144x256",
        "gemini-3.1-flash-image-preview, 3840x2160, 16:9, 4K, 512x288",
        "gemini-3.1-flash-image-preview, 1:8, 1:8, , 16x128",
        "gemini-3-pro-image-preview, auto, , , 128x128",
        "gemini-3-pro-image-preview, 21:9, 21:9, , 128x54",
        "gemini-3-pro-image-preview, 2048x1536, 4:3, 2K, 256x192",
        "gemini-3-pro-image-preview-4k, auto, , 4K, 512x512",
        "gemini-3-pro-image-preview-2k, 3:2, 3:2, 2K, 256x170",
        "gemini-3.1-flash-lite-image, auto, , , 128x128",
        "gemini-3.1-flash-lite-image, 2:3, 2:3, , 85x128",
        "gemini-2.5-flash-image, auto, , , 128x128",
        "gemini-2.5-flash-image, 1K, , , 128x128",
        "gemini-2.5-flash-image, 1024x1536, 2:3, , 85x128",
        "nano-banana, 4:5, 4:5, , 102x128"
    })
    void everyFormOfASizeIsSentAsRatioAndTierAndTheSizeThatCameIsReported(
            String model, String asked, String ratio, String tier, String came) {
        var order = Orders.order(model);
        order.put("size", asked);

        var answer = caller.generate(order);

        assertEquals(200, answer.status());
        assertEquals(came, answer.json().string("size"));
        var config = GeminiDouble.config(upstream.request());
        assertEquals(ratio != null || tier != null, config.has("imageConfig"));
        if (config.has("imageConfig")) {
            var image = config.object("imageConfig");
            assertEquals(Optional.ofNullable(ratio), image.optionalString("aspectRatio"));
            assertEquals(Optional.ofNullable(tier), image.optionalString("imageSize"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC69\u200D\uD83D\uDE80 on \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "before\u0000behind\u0001\u001F\u007F",
                "\"quoted\" \\back\\slash\\ \\u0041 \n\r\n\t/ \"}]}],\"generationConfig\":{}",
                "  spaces around \u00A0\u2028\u2029\uFEFF "
            })
    void aPromptArrivesAsItWasSent(String prompt) {
        var order = Orders.images(1);
        order.put("prompt", prompt);

        assertEquals(200, caller.generate(order).status());

        assertEquals(prompt, GeminiDouble.parts(upstream.request()).getFirst().string("text"));
    }

    @Test
    void anEditsImageFollowsThePromptAsItCame() {
        assertEquals(200, edit(Orders.edit(ImageFormat.PNG)).status());

        assertSent(ImageFormat.PNG);
    }

    @Test
    void severalImagesFollowInTheirOrderEachWithTheTypeOfItsBytes() {
        var answer = edit(Orders.edit(ImageFormat.WEBP, ImageFormat.PNG, ImageFormat.JPEG));

        assertEquals(200, answer.status());
        assertSent(ImageFormat.WEBP, ImageFormat.PNG, ImageFormat.JPEG);
        caller.assertCharged(4);
    }

    @Test
    void anEditsSizeIsSentAsAGenerationsAndLeftToItsImageByDefault() {
        var order = Orders.edit(ImageFormat.PNG);
        assertEquals(200, edit(order).status());
        assertFalse(GeminiDouble.config(upstream.request()).has("imageConfig"));

        upstream.behave(GeminiDouble.asAsked());
        order.put("size", "16:9");
        assertEquals(200, edit(order).status());
        assertEquals(
                "16:9",
                GeminiDouble.config(upstream.request())
                        .object("imageConfig")
                        .string("aspectRatio"));
    }

    @Test
    void aTasksImagesAreSentToo() {
        var submitted =
                caller.post(
                        "/v1/async/images/edits",
                        Json.write(Orders.edit(ImageFormat.JPEG, ImageFormat.PNG)));
        var id = submitted.json().string("id");

        assertEquals("completed", system.await(caller.key(), id).string("status"));

        assertSent(ImageFormat.JPEG, ImageFormat.PNG);
        caller.assertCharged(4);
    }

    @Test
    void aMaskIsRefusedByNameBeforeACreditIsHeldAndNothingIsSent() {
        var order = Orders.edit(ImageFormat.PNG);
        order.put("mask", ((List<?>) order.get("image")).getFirst());

        var answer = edit(order);

        assertEquals(400, answer.status());
        assertEquals("unsupported_parameter", answer.errorCode());
        assertEquals("mask", answer.json().object("error").string("param"));
        assertEquals(0, upstream.calls());
        caller.assertUntouched();
    }

    @ParameterizedTest
    @CsvSource({"'', /v1beta", "/, /v1beta", "/google/v1/, /google/v1"})
    void theBaseUrlMayEndInEitherWay(String end, String path) {
        try (var own =
                TestingSystem.start(
                        GeminiDouble.settings(
                                upstream, "GEMINI_BASE_URL", upstream.origin() + end))) {
            new Caller(own, upstream).generate(Orders.images(1));

            assertEquals(
                    "POST " + path + "/models/" + Orders.MODEL + ":generateContent HTTP/1.1",
                    upstream.request().line());
        }
    }

    private Answer edit(Map<String, ?> order) {
        return caller.post("/v1/images/edits", Json.write(order));
    }

    private static void assertSent(ImageFormat... formats) {
        var parts = GeminiDouble.parts(upstream.request());
        assertEquals(1 + formats.length, parts.size());
        assertEquals("A lighthouse in fog", parts.getFirst().string("text"));
        for (var i = 0; i < formats.length; i++) {
            var data = parts.get(i + 1).object("inlineData");
            assertEquals(formats[i].mediaType(), data.string("mimeType"));
            assertArrayEquals(
                    Orders.input(formats[i]), Base64.getDecoder().decode(data.string("data")));
        }
    }
}
