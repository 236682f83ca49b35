package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a provider is sent. */
class UpstreamRequestTest {
    private static UpstreamDouble upstream;
    private static TestingSystem system;

    private Caller caller;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        system = TestingSystem.start(upstream.settings());
    }

    @BeforeEach
    void isQuick() {
        upstream.behave(Images.asAsked());
        caller = new Caller(system, upstream);
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @Test
    void aPlainRequestIsSentWithItsDefaultsAndNothingElse() {
        caller.generate(Map.of("model", "gpt-image-2", "prompt", "A lighthouse"));

        assertSent(
                Map.of(
                        "model", "gpt-image-2",
                        "prompt", "A lighthouse",
                        "n", 1,
                        "size", "auto",
                        "quality", "auto",
                        "background", "auto",
                        "output_format", "png"));
    }

    @Test
    void everyParameterThatTheProviderKnowsIsSent() {
        var order = new HashMap<String, Object>();
        order.put("model", "gpt-image-1.5");
        order.put("prompt", "A lighthouse");
        order.put("n", 3);
        order.put("size", "1536x1024");
        order.put("quality", "low");
        order.put("background", "transparent");
        order.put("output_format", "webp");
        order.put("output_compression", 0);
        order.put("moderation", "low");
        order.put("user", "user-7");

        assertEquals(200, caller.generate(order).status());

        assertSent(order);
    }

    @Test
    void whatIsOursAloneIsNotSent() {
        var order = Caller.order(1);
        order.put("size", "1024x1024");
        order.put("background", "auto");
        order.put("output_format", "jpeg");
        var sent = Map.copyOf(order);
        order.put("response_format", "b64_json");
        order.put("metadata", Map.of("order", "17"));
        order.put("stream", true);
        order.put("partial_images", 2);
        order.put("style", "vivid");
        order.put("input_fidelity", "high");
        order.put("unheard_of", "x");

        assertEquals(200, caller.generate(order).status());

        assertSent(sent);
    }

    @Test
    void theOperatorsKeyIsSentAndNothingOfTheCallers() {
        caller.generate(Caller.order(1));

        var request = upstream.request();
        assertEquals("POST /v1/images/generations HTTP/1.1", request.line());
        assertEquals("Bearer " + UpstreamDouble.KEY, request.header("authorization"));
        assertEquals("application/json", request.header("content-type"));
        var body = new String(request.body(), StandardCharsets.UTF_8);
        assertFalse((request.headers() + body).contains(caller.key()));
    }

    @ParameterizedTest
    @CsvSource({
        "auto, auto",
        "1K, 1024x1024",
        "2K, 2048x2048",
        "16:9, 1536x864",
        "9:16, 864x1536",
        "1536x1024, 1536x1024",
        "1008x1600, 1008x1600"
    })
    void everyFormOfASizeIsSentInPixelsOrLeftToTheProvider(String asked, String sent) {
        var order = Caller.order(1);
        order.put("size", asked);

        assertEquals(200, caller.generate(order).status());

        assertEquals(sent, upstream.request().json().string("size"));
    }

    static List<String> prompts() {
        return List.of(
                "\uD83D\uDC69\u200D\uD83D\uDE80 on \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\u05DE\u05D2\u05D3\u05DC\u05D5\u05E8 \u202Eabc\u202C \u0641\u0646\u0627\u0631",
                "before\u0000behind\u0001\u001F\u007F",
                "\"quoted\" \\back\\slash\\ \\u0041 \n\r\n\t/ 'single' </script> {{x}} %s $1 &amp;",
                "  spaces around \u00A0\u2028\u2029\uFEFF ",
                "e\u0301 is not \u00E9, \uFFFF and \uD83F\uDFFF are no characters",
                "x".repeat(32_000),
                "\uD83D\uDDFC".repeat(32_000));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void aPromptArrivesAsItWasSent(String prompt) {
        var order = Caller.order(1);
        order.put("prompt", prompt);

        assertEquals(200, caller.generate(order).status());

        assertEquals(prompt, upstream.request().prompt());
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void aTasksPromptArrivesAsItWasSent(String prompt) {
        var order = Caller.order(1);
        order.put("prompt", prompt);

        assertEquals("completed", caller.run(order).string("status"));

        assertEquals(prompt, upstream.request().prompt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\ud83d\\ud83d\\uddfc"})
    void halfOfASurrogatePairIsRefusedByNameAndNothingIsHeld(String prompt) {
        for (var path : List.of("/v1/images/generations", "/v1/async/images/generations")) {
            var json = "{\"model\": \"gpt-image-2\", \"prompt\": \"%s\"}".formatted(prompt);

            var answer = caller.post(path, json);

            assertEquals(400, answer.status());
            assertEquals("invalid_value", answer.errorCode());
            assertEquals("prompt", answer.json().object("error").string("param"));
        }
        assertEquals(0, upstream.calls());
        caller.assertUntouched();
    }

    @Test
    void aPromptOfOneCharacterTooManyIsRefusedByNameAndNothingIsHeld() {
        var order = Caller.order(1);
        order.put("prompt", "\uD83D\uDDFC".repeat(32_001));

        var answer = caller.generate(order);

        assertEquals(400, answer.status());
        assertEquals("prompt", answer.json().object("error").string("param"));
        assertEquals(0, upstream.calls());
        caller.assertUntouched();
    }

    @ParameterizedTest
    @CsvSource({"'', /v1", "/, /v1", "/openai/v1/, /openai/v1"})
    void theBaseUrlMayEndInEitherWay(String end, String path) {
        try (var own =
                TestingSystem.start(
                        upstream.settings("OPENAI_BASE_URL", upstream.origin() + end))) {
            new Caller(own, upstream).generate(Caller.order(1));

            assertEquals(
                    "POST " + path + "/images/generations HTTP/1.1", upstream.request().line());
        }
    }

    private static void assertSent(Map<String, ?> body) {
        assertEquals(new HashMap<>(body), new HashMap<>(upstream.request().json().values()));
    }
}
