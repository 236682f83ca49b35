package dev.pixapi.provider.gemini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Output;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.provider.Exchange;
import dev.pixapi.provider.Journal;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.provider.TestingCalls;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What an answer counts as; all that a caller sees of it is tested with the whole system. */
class GeminiProviderTest {
    private static final String IMAGE = "{\"inlineData\": {\"data\": \"AAEC\"}}";

    private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int status = 200;
    private String body = candidate(IMAGE);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1beta/models/gemini:generateContent", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "400, FAILED_PRECONDITION, true",
        "401, UNAUTHENTICATED, true",
        "403, PERMISSION_DENIED, true",
        "404, NOT_FOUND, true",
        "429, RESOURCE_EXHAUSTED, true",
        "500, INTERNAL, false",
        "502, '', false",
        "503, UNAVAILABLE, true"
    })
    void aRefusalIsFreeWhereItComesBeforeTheWork(int answered, String name, boolean free)
            throws InterruptedException {
        status = answered;
        body = error(name, "[]");

        assertEquals(new Unavailable(free, answered + " " + name), generate(1, Inputs.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 499, 504, 524})
    void whereSomebodyLostPatienceTheOutcomeIsUnknown(int answered) throws InterruptedException {
        status = answered;
        body = error("DEADLINE_EXCEEDED", "[]");

        assertInstanceOf(Unknown.class, generate(1, Inputs.NONE));
    }

    @Test
    void anInvalidArgumentIsTheCallersAndAWrongKeyIsNot() throws InterruptedException {
        status = 400;
        body = error("INVALID_ARGUMENT", "[{\"reason\": \"BAD_SIZE\"}, {\"@type\": \"Help\"}]");
        assertEquals(new NotAccepted(Optional.empty()), generate(1, Inputs.NONE));

        body =
                error(
                        "INVALID_ARGUMENT",
                        "[{\"@type\": \"Help\"}, {\"reason\": \"API_KEY_INVALID\"}]");
        assertEquals(new Unavailable(true, "400 INVALID_ARGUMENT"), generate(1, Inputs.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": {\"status\": 7, \"details\": {}}}",
                "{\"error\": \"x\"}",
                "{}",
                "[]",
                "",
                "{\"error\": {\"details\": [1]}}"
            })
    void anErrorOfAnotherFormIsNoErrorOfOurs(String odd) throws InterruptedException {
        body = odd;
        for (var answered : List.of(400, 500)) {
            status = answered;

            var outcome = generate(1, Inputs.NONE);

            assertEquals(
                    true,
                    outcome instanceof Unavailable || outcome instanceof NotAccepted,
                    outcome::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"candidates\": 1}",
                "{\"candidates\": [1]}",
                "{\"candidates\": [{\"content\": []}]}",
                "{\"candidates\": [{\"content\": {\"parts\": [{\"thought\": 1}]}}]}",
                "{\"promptFeedback\": \"SAFETY\"}"
            })
    void anAnswerOfAnotherFormIsGarbled(String odd) throws InterruptedException {
        body = odd;

        assertInstanceOf(Garbled.class, generate(1, Inputs.NONE));
    }

    @Test
    void whatStandsBesideAnImageLosesNoImage() throws InterruptedException {
        body =
                """
                {"candidates": [{"finishReason": 3, "content": {"parts": [
                   {"text": 5}, {"inlineData": null}, {"inlineData": {"data": "AAEC"}},
                   {"executableCode": {}}]}}],
                 "promptFeedback": {"blockReason": "SAFETY"}, "responseId": 5,
                 "usageMetadata": {"promptTokenCount": "many", "promptTokensDetails": [1, {}]}}
                """;

        var images = assertInstanceOf(Images.class, generate(1, Inputs.NONE));

        assertArrayEquals(new byte[] {0, 1, 2}, images.images().getFirst().bytes());
        assertEquals(0L, images.usage().orElseThrow().get("input_tokens"));
    }

    @Test
    void theImagesOfEveryCandidateCount() throws InterruptedException {
        body =
                """
                {"candidates": [{"finishReason": "SAFETY"},
                                {"content": {"parts": [{"inlineData": {"data": "AAEC"}}]}}]}
                """;

        assertEquals(1, images(generate(1, Inputs.NONE)).size());
        assertEquals(Optional.empty(), ((Images) generate(1, Inputs.NONE)).usage());
    }

    @Test
    void usageHasTheNamesOfOpenAisAndThoughtsAreOutput() throws InterruptedException {
        body =
                """
                {"candidates": [{"content": {"parts": [{"inlineData": {"data": "AAEC"}}]}}],
                 "usageMetadata": {
                   "promptTokenCount": 270, "candidatesTokenCount": 1125, "thoughtsTokenCount": 90,
                   "totalTokenCount": 1485,
                   "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 12},
                                           {"modality": "IMAGE", "tokenCount": 258}],
                   "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1120}]}}
                """;

        assertEquals(
                Optional.of(
                        Map.of(
                                "input_tokens", 270L,
                                "input_tokens_details",
                                        Map.of("image_tokens", 258L, "text_tokens", 12L),
                                "output_tokens", 1215L,
                                "output_tokens_details",
                                        Map.of("image_tokens", 1120L, "text_tokens", 95L),
                                "total_tokens", 1485L)),
                ((Images) generate(1, Inputs.NONE)).usage());
    }

    @Test
    void theResponseIdIsNotedForEveryAnswerThatHasOne() throws InterruptedException {
        body = "{\"promptFeedback\": {\"blockReason\": \"SAFETY\"}, \"responseId\": \"r-7\"}";
        var call = call(2, Inputs.NONE);

        assertEquals(new Rejected(false), provider().generate(call));

        assertEquals(
                List.of(Optional.of("r-7"), Optional.of("r-7")),
                call.journal().exchanges().stream().map(Exchange::requestId).toList());
    }

    @Test
    void anImageThatWasNotMadeIsAskedForOnceMoreAndBothCallsAreNoted() throws InterruptedException {
        body = "{\"candidates\": [{\"finishReason\": \"NO_IMAGE\"}]}";
        var call = call(1, Inputs.NONE);

        assertEquals(new Unavailable(false, "no image: NO_IMAGE"), provider().generate(call));

        assertEquals(2, received.size());
        assertEquals(2, call.journal().exchanges().size());
    }

    @Test
    void withoutTimeLeftItIsNotAskedForOnceMore() throws InterruptedException {
        body = "{\"candidates\": [{\"finishReason\": \"NO_IMAGE\"}]}";
        var began = Instant.EPOCH;
        // Asked for the time when the call begins, when its request does, and when that has ended.
        var times = List.of(began, began, began.plusSeconds(20), began.plusSeconds(20)).iterator();
        var given = call(1, Inputs.NONE);
        var call =
                new ProviderCall(
                        given.image(),
                        given.inputs(),
                        given.route(),
                        given.timeout(),
                        new Journal(times::next));

        assertInstanceOf(Unavailable.class, provider().generate(call));

        assertEquals(1, received.size());
    }

    /** Around the sizes at which a block of base64 ends, and many blocks long. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 49_151, 49_152, 49_153, 49_154, 98_304, 1_000_000})
    void imagesOfAnyLengthArriveAsTheyWere(int length) throws Exception {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        var info = new ImageInfo(ImageFormat.JPEG, new Dimensions(1, 1));
        var image = new InputImage(bytes, info);

        generate(2, new Inputs(List.of(image, image), Optional.empty()));

        assertEquals(2, received.size());
        for (var request : received) {
            var turn = new Fields(Json.object(request)).objects("contents").getFirst();
            for (var part : turn.objects("parts").subList(1, 3)) {
                var data = part.object("inlineData");
                assertEquals("image/jpeg", data.string("mimeType"));
                assertArrayEquals(bytes, Base64.getDecoder().decode(data.string("data")));
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestBody().readAllBytes();
            received.add(request);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private GeminiProvider provider() {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new GeminiProvider(new GeminiSettings(base, "key-1", Duration.ofSeconds(5)));
    }

    private ProviderOutcome generate(int count, Inputs inputs) throws InterruptedException {
        return provider().generate(call(count, inputs));
    }

    private static List<?> images(ProviderOutcome outcome) {
        return assertInstanceOf(Images.class, outcome).images();
    }

    private static ProviderCall call(int count, Inputs inputs) {
        var size = new ImageSize(Tier.ONE_K, new Dimensions(1024, 1024), Optional.empty(), true);
        var output = new Output(Optional.empty(), Optional.empty(), Background.AUTO);
        return TestingCalls.of(
                new ImageRequest(
                        "gemini",
                        "A lighthouse",
                        count,
                        size,
                        Quality.AUTO,
                        output,
                        inputs.shape(),
                        Map.of()),
                inputs);
    }

    private static String candidate(String... parts) {
        return "{\"candidates\": [{\"content\": {\"parts\": " + Arrays.toString(parts) + "}}]}";
    }

    private static String error(String status, String details) {
        return "{\"error\": {\"message\": \"m\", \"status\": \"%s\", \"details\": %s}}"
                .formatted(status, details);
    }
}
