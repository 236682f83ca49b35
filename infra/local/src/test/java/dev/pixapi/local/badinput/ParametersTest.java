package dev.pixapi.local.badinput;

import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each parameter with everything that it must not be, at every endpoint that takes it. */
@ExtendWith(OneSystem.class)
class ParametersTest {
    private static final int CREDITS = 100;

    private static Caller caller;

    @BeforeAll
    static void use(TestingSystem shared) {
        caller = Caller.of(shared, CREDITS);
    }

    /** Parameter, value, status and code; the refusal names the parameter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    model              | 5                    | 400 | invalid_value
                    model              | true                 | 400 | invalid_value
                    model              | ["gpt-image-2"]      | 400 | invalid_value
                    model              | {"id": 1}            | 400 | invalid_value
                    model              | ""                   | 400 | invalid_value
                    model              | null                 | 400 | missing_required_parameter
                    model              | "dall-e-9"           | 404 | model_not_found
                    model              | "GPT-IMAGE-2"        | 404 | model_not_found
                    model              | "nano-banana-9"      | 404 | model_not_found
                    model              | "nano-banana-2k"     | 404 | model_not_found
                    model              | "gpt-image-2\\u0000" | 404 | model_not_found
                    model              | "../catalog"         | 404 | model_not_found
                    model              | "\\ud83e"            | 400 | invalid_value
                    prompt             | 5                    | 400 | invalid_value
                    prompt             | false                | 400 | invalid_value
                    prompt             | ["a fox"]            | 400 | invalid_value
                    prompt             | {"text": "a fox"}    | 400 | invalid_value
                    prompt             | ""                   | 400 | invalid_value
                    prompt             | null                 | 400 | missing_required_parameter
                    prompt             | "\\ud83e"            | 400 | invalid_value
                    prompt             | "a \\udd8a fox"      | 400 | invalid_value
                    n                  | 0                    | 400 | invalid_value
                    n                  | 11                   | 400 | invalid_value
                    n                  | -1                   | 400 | invalid_value
                    n                  | 1.5                  | 400 | invalid_value
                    n                  | "2"                  | 400 | invalid_value
                    n                  | ""                   | 400 | invalid_value
                    n                  | true                 | 400 | invalid_value
                    n                  | [2]                  | 400 | invalid_value
                    n                  | {}                   | 400 | invalid_value
                    n                  | 1e999999999          | 400 | invalid_value
                    n                  | -1e999999999         | 400 | invalid_value
                    n                  | 1e-999999999         | 400 | invalid_value
                    n                  | 4294967297           | 400 | invalid_value
                    n                  | 18446744073709551617 | 400 | invalid_value
                    size               | "7x7"                | 400 | invalid_value
                    size               | "1025x1024"          | 400 | invalid_value
                    size               | "99999x99999"        | 400 | invalid_value
                    size               | "0x0"                | 400 | invalid_value
                    size               | "big"                | 400 | invalid_value
                    size               | ""                   | 400 | invalid_value
                    size               | "512"                | 400 | invalid_value
                    size               | "8K"                 | 400 | invalid_value
                    size               | "17:5"               | 400 | invalid_value
                    size               | "0:1"                | 400 | invalid_value
                    size               | "1024X1024"          | 400 | invalid_value
                    size               | "-1024x1024"         | 400 | invalid_value
                    size               | "1024x1024x1024"     | 400 | invalid_value
                    size               | "9999999999x1024"    | 400 | invalid_value
                    size               | "\\ud83e"            | 400 | invalid_value
                    size               | 1024                 | 400 | invalid_value
                    size               | true                 | 400 | invalid_value
                    size               | [1024, 1024]         | 400 | invalid_value
                    size               | {"w": 1, "h": 1}     | 400 | invalid_value
                    quality            | "hd"                 | 400 | invalid_value
                    quality            | "High"               | 400 | invalid_value
                    quality            | ""                   | 400 | invalid_value
                    quality            | 5                    | 400 | invalid_value
                    quality            | ["low"]              | 400 | invalid_value
                    response_format    | "xml"                | 400 | invalid_value
                    response_format    | "URL"                | 400 | invalid_value
                    response_format    | 1                    | 400 | invalid_value
                    output_format      | "gif"                | 400 | invalid_value
                    output_format      | "jpg"                | 400 | invalid_value
                    output_format      | false                | 400 | invalid_value
                    output_compression | 50                   | 400 | unsupported_parameter
                    output_compression | 101                  | 400 | invalid_value
                    output_compression | -1                   | 400 | invalid_value
                    output_compression | "50"                 | 400 | invalid_value
                    background         | "pink"               | 400 | invalid_value
                    background         | {}                   | 400 | invalid_value
                    moderation         | 5                    | 400 | invalid_value
                    input_fidelity     | true                 | 400 | invalid_value
                    style              | ["vivid"]            | 400 | invalid_value
                    user               | 5                    | 400 | invalid_value
                    user               | {"id": "u"}          | 400 | invalid_value
                    user               | "\\udd8a"            | 400 | invalid_value
                    stream             | "yes"                | 400 | invalid_value
                    stream             | "true"               | 400 | invalid_value
                    stream             | 1                    | 400 | invalid_value
                    partial_images     | 4                    | 400 | invalid_value
                    partial_images     | -1                   | 400 | invalid_value
                    partial_images     | "1"                  | 400 | invalid_value
                    metadata           | "a"                  | 400 | invalid_value
                    metadata           | ["a"]                | 400 | invalid_value
                    metadata           | 5                    | 400 | invalid_value
                    metadata           | {"a": 1}             | 400 | invalid_value
                    metadata           | {"a": null}          | 400 | invalid_value
                    metadata           | {"a": {"b": "c"}}    | 400 | invalid_value
                    metadata           | {"": "a"}            | 400 | invalid_value
                    metadata           | {"a": "\\ud83e"}     | 400 | invalid_value
                    webhook_url        | "https://a.example/" | 400 | unsupported_parameter
                    webhook_url        | 5                    | 400 | unsupported_parameter
                    async              | true                 | 400 | unsupported_parameter
                    async              | false                | 400 | unsupported_parameter
                    async              | "true"               | 400 | unsupported_parameter
                    """)
    void aWrongParameterIsNamed(String name, String value, int status, String code) {
        refuse(body(name, value), Refusal.of(status, code, name));
    }

    static Stream<Arguments> longValues() {
        return Stream.of(
                Arguments.of("prompt", "a".repeat(33_000)),
                Arguments.of("prompt", "🦊".repeat(32_001)),
                Arguments.of("model", "m".repeat(10_000)),
                Arguments.of("size", "1".repeat(10_000) + "x1"),
                Arguments.of("user", "u".repeat(10_000)),
                Arguments.of("quality", "q".repeat(10_000)),
                Arguments.of("metadata", pairs(17)),
                Arguments.of("metadata", Map.of("k".repeat(65), "v")),
                Arguments.of("metadata", Map.of("k", "v".repeat(513))));
    }

    @ParameterizedTest
    @MethodSource("longValues")
    void aValueThatIsTooLongIsNamed(String name, Object value) {
        var json = Json.write(Map.of("v", value));
        refuse(
                body(name, json.substring(5, json.length() - 1)),
                Refusal.of(400, "invalid_value", name));
    }

    @Test
    void parametersThatContradictEachOtherAreRefused() {
        var transparentJpeg =
                body("background", "\"transparent\"")
                        .replace("}", ", \"output_format\": \"jpeg\"}");
        refuse(transparentJpeg, Refusal.of(400, "invalid_value", "background"));
        var quality = body("quality", "\"low\"").replace("gpt-image-2", "nano-banana");
        refuse(quality, Refusal.of(400, "unsupported_parameter", "quality"));
        var background =
                body("background", "\"transparent\"").replace("gpt-image-2", "nano-banana-pro");
        refuse(background, Refusal.of(400, "unsupported_parameter", "background"));
        var tier = body("size", "\"4K\"").replace("gpt-image-2", "nano-banana-2-2k");
        refuse(tier, Refusal.of(400, "invalid_value", "size"));
        var noTier = body("size", "\"2K\"").replace("gpt-image-2", "nano-banana");
        refuse(noTier, Refusal.of(400, "invalid_value", "size"));
    }

    @Test
    void aTaskHasNoStream() {
        Refusal.of(400, "unsupported_parameter", "stream")
                .assertIn(caller.post("/v1/async/images/generations", body("stream", "true")));
        caller.assertUntouched(CREDITS);
    }

    @ParameterizedTest
    @CsvSource({"?async=true", "?async=false", "?async=", "?async", "?x=1&async=true"})
    void asyncInTheQueryIsRefused(String query) {
        for (var path : Caller.PATHS) {
            Refusal.of(400, "unsupported_parameter", "async")
                    .assertIn(caller.post(path + query, body("n", "1")));
        }
        caller.assertUntouched(CREDITS);
    }

    private static void refuse(String body, Refusal refusal) {
        Caller.PATHS.forEach(path -> refusal.assertIn(caller.post(path, body)));
        caller.assertUntouched(CREDITS);
    }

    /** A sound body with one parameter put in. */
    private static String body(String name, String value) {
        var body = new LinkedHashMap<String, String>();
        body.put("model", "\"gpt-image-2\"");
        body.put("prompt", "\"a fox\"");
        body.put(name, value);
        return body.entrySet().stream()
                .map(entry -> '"' + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Map<String, String> pairs(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> "k" + i, i -> "v" + i));
    }
}
