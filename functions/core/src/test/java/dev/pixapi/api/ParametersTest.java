package dev.pixapi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

class ParametersTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "2.0, 2", "2.000, 2", "1e1, 10", "1E0, 1", "20e-1, 2"})
    void aWholeNumberIsAnIntegerHoweverItIsWritten(String json, int value) {
        assertEquals(Optional.of(value), parameters(json).integer("x", 1, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "11",
                "-1",
                "1.5",
                "2.000000001",
                "0.9",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "4294967297",
                "18446744073709551617",
                "1e10",
                "\"2\"",
                "\"\"",
                "true",
                "false",
                "[]",
                "[2]",
                "{}",
                "{\"x\": 2}"
            })
    void anythingElseIsNoIntegerFromOneToTen(String json) {
        var refusal = refused(json, p -> p.integer("x", 1, 10));
        assertTrue(refusal.getMessage().contains("integer"), refusal.getMessage());
    }

    @Test
    void anExplicitNullIsAbsent() {
        var parameters = parameters("null");
        assertFalse(parameters.has("x"));
        assertEquals(Optional.empty(), parameters.integer("x", 1, 10));
        assertEquals(Optional.empty(), parameters.text("x", 1, 10));
        assertEquals(Optional.empty(), parameters.flag("x"));
        assertEquals(Optional.empty(), parameters.choice("x", List.of("a")));
        assertEquals(Map.of(), parameters.pairs("x"));
    }

    @Test
    void charactersAreCountedAsCodePoints() {
        var foxes = "🦊".repeat(10);
        assertEquals(Optional.of(foxes), parameters('"' + foxes + '"').text("x", 1, 10));
        var refusal = refused('"' + foxes + "a\"", p -> p.text("x", 1, 10));
        assertTrue(refusal.getMessage().contains("1 to 10"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("11"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "[]", "[\"a\"]", "{}", "\"\""})
    void anythingElseIsNoText(String json) {
        refused(json, p -> p.text("x", 1, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83e",
                "\\udd8a",
                "a\\ud83eb",
                "\\udd8a\\ud83e",
                "\\ud83e\\ud83e\\udd8a"
            })
    void halfOfASurrogatePairIsRefused(String text) {
        refused('"' + text + '"', p -> p.text("x", 1, 10));
        refused("{\"a\": \"" + text + "\"}", p -> p.pairs("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\u0007",
                "\\u202eabc",
                "\\ud83e\\udd8a",
                "\\ufeff",
                "\\uffff",
                "e\\u0301"
            })
    void anyWholeCharacterIsAText(String text) {
        assertTrue(parameters('"' + text + '"').text("x", 1, 10).isPresent());
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertEquals(Optional.of(true), parameters("true").flag("x"));
        assertEquals(Optional.of(false), parameters("false").flag("x"));
        for (var json : List.of("\"true\"", "\"yes\"", "1", "0", "[]", "{}")) {
            refused(json, p -> p.flag("x"));
        }
    }

    @Test
    void aChoiceIsOneOfItsWords() {
        var words = List.of("low", "high");
        assertEquals(Optional.of("low"), parameters("\"low\"").choice("x", words));
        for (var json : List.of("\"Low\"", "\"\"", "\"medium\"", "1", "true", "[\"low\"]")) {
            refused(json, p -> p.choice("x", words));
        }
        var refusal = refused("\"medium\"", p -> p.choice("x", words));
        assertTrue(refusal.getMessage().contains("low, high"), refusal.getMessage());
    }

    @Test
    void pairsAreAtMostSixteenShortTexts() {
        assertEquals(16, parameters(pairs(16)).pairs("x").size());
        assertEquals(Map.of("a", ""), parameters("{\"a\": \"\"}").pairs("x"));
        assertEquals(
                Map.of("k".repeat(64), "v".repeat(512)),
                parameters("{\"%s\": \"%s\"}".formatted("k".repeat(64), "v".repeat(512)))
                        .pairs("x"));
        refused(pairs(17), p -> p.pairs("x"));
        refused("{\"%s\": \"v\"}".formatted("k".repeat(65)), p -> p.pairs("x"));
        refused("{\"k\": \"%s\"}".formatted("v".repeat(513)), p -> p.pairs("x"));
        for (var json : List.of("{\"\": \"v\"}", "[]", "\"a\"", "1", "true", "[[\"a\", \"b\"]]")) {
            refused(json, p -> p.pairs("x"));
        }
        for (var value : List.of("1", "true", "null", "{}", "[]", "1.5")) {
            refused("{\"k\": " + value + "}", p -> p.pairs("x"));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON",
                " application/json ;charset=\"utf-8\""
            })
    void aJsonBodyIsRead(String contentType) {
        assertEquals(
                Map.of("n", 2), Parameters.ofJson(request(contentType, "{\"n\": 2}")).values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "application/json, text/plain",
                "json",
                ""
            })
    void anotherContentTypeIsRefused(String contentType) {
        var refusal =
                assertThrows(
                        ApiException.class,
                        () -> Parameters.ofJson(request(contentType, "{\"n\": 2}")));
        assertEquals(ErrorCode.UNSUPPORTED_MEDIA_TYPE, refusal.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"n\": 1} x", "null", "{\"n\":1,\"n\":2}"})
    void aBodyThatIsNotOneObjectIsRefused(String body) {
        var refusal =
                assertThrows(
                        ApiException.class,
                        () -> Parameters.ofJson(request("application/json", body)));
        assertEquals(ErrorCode.INVALID_JSON, refusal.code());
        assertEquals(Optional.empty(), refusal.parameter());
    }

    private static ApiException refused(String json, Function<Parameters, ?> reading) {
        var parameters = parameters(json);
        var refusal = assertThrows(ApiException.class, () -> reading.apply(parameters), json);
        assertEquals(ErrorCode.INVALID_VALUE, refusal.code());
        assertEquals(Optional.of("x"), refusal.parameter());
        assertTrue(refusal.getMessage().startsWith("'x' "), refusal.getMessage());
        return refusal;
    }

    private static String pairs(int count) {
        var pairs = new HashMap<String, String>();
        for (var i = 0; i < count; i++) {
            pairs.put("k" + i, "v");
        }
        return Json.write(pairs);
    }

    private static Parameters parameters(String value) {
        try {
            return new Parameters(Json.object("{\"x\": " + value + "}"));
        } catch (MalformedJson fault) {
            throw new AssertionError(value, fault);
        }
    }

    private static HttpRequest request(String contentType, String body) {
        Map<String, String> headers =
                contentType == null ? Map.of() : Map.of("content-type", contentType);
        return new HttpRequest(
                "/v1/quotes",
                Map.of(),
                Map.of(),
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                "req_1");
    }
}
