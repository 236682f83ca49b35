package dev.pixapi.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class JsonTest {
    @Test
    void valuesArePlainJava() throws MalformedJson {
        var read =
                Json.object(
                        "{\"t\": \"ä🦊\", \"i\": 2, \"f\": 2.50, \"y\": true, \"n\": null, \"l\":"
                                + " [1, {}]}");
        assertEquals(List.of("t", "i", "f", "y", "n", "l"), List.copyOf(read.keySet()));
        assertEquals("ä🦊", read.get("t"));
        assertEquals(2, read.get("i"));
        assertEquals(new BigDecimal("2.50"), read.get("f"));
        assertEquals(true, read.get("y"));
        assertTrue(read.containsKey("n"));
        assertEquals(List.of(1, Map.of()), read.get("l"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"a\"",
                "{",
                "}",
                "{]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":0x1}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"\\u12\"}",
                "{} {}",
                "{}x",
                "{},",
                "{}{",
                "/* */{}",
                "{\"a\":1 // b\n}",
                "{\"a\":tru}",
                "\0{}x",
                "{\"a\":1e}",
                "{\"a\":1e99999999999999}"
            })
    void whatIsNotOneJsonObjectIsRefused(String text) {
        assertThrows(MalformedJson.class, () -> Json.object(text));
    }

    @Test
    void aRefusalSaysWhereAndNotWhat() {
        var fault = assertThrows(MalformedJson.class, () -> Json.object("{\n\"a\": secret}"));
        assertTrue(fault.getMessage().startsWith("line 2, column "), fault.getMessage());
        assertFalse(fault.getMessage().contains("secret"), fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "{\"b\":{\"a\":1,\"a\":2}}"})
    void aKeyThatStandsTwiceIsRefused(String text) {
        assertThrows(MalformedJson.class, () -> Json.object(text));
    }

    @Test
    void depthHasALimit() {
        assertDoesNotThrow(() -> Json.object(nested(Json.MAX_DEPTH)));
        assertThrows(MalformedJson.class, () -> Json.object(nested(Json.MAX_DEPTH + 1)));
        assertThrows(MalformedJson.class, () -> Json.object(nested(1_000_000)));
        assertThrows(MalformedJson.class, () -> Json.object("{\"a\":" + "[".repeat(1_000_000)));
    }

    @Test
    void aLongNameIsRefused() {
        assertDoesNotThrow(() -> Json.object("{\"" + "a".repeat(1_000) + "\":1}"));
        assertThrows(MalformedJson.class, () -> Json.object("{\"" + "a".repeat(60_000) + "\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1E+2147483647",
                "0e-999999999"
            })
    void aMonstrousExponentCostsNothing(String number) throws MalformedJson {
        var read = Json.object("{\"a\":" + number + "}");
        assertEquals(new BigDecimal(number), read.get("a"));
        assertTrue(Json.write(read).length() < 40);
        assertTrue(Json.canonical(read).length() < 40);
    }

    @Test
    void longIntegersStayExactUpToALimit() throws MalformedJson {
        var digits = "1234567890".repeat(4);
        assertEquals(new BigInteger(digits), Json.object("{\"a\":" + digits + "}").get("a"));
        assertEquals(
                new BigInteger("9223372036854775808"),
                Json.object("{\"a\":9223372036854775808}").get("a"));
        assertThrows(
                MalformedJson.class, () -> Json.object("{\"a\":" + "1234567890".repeat(5) + "}"));
        assertThrows(
                MalformedJson.class, () -> Json.object("{\"a\":0." + "1234567890".repeat(5) + "}"));
        assertThrows(
                MalformedJson.class, () -> Json.object("{\"a\":" + "9".repeat(1_000_000) + "}"));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (var wrong : new int[][] {{0xFF}, {0xF8}, {0xE2, 0x82}, {0x80}}) {
            assertThrows(
                    MalformedJson.class, () -> Json.object(around(wrong)), Arrays.toString(wrong));
        }
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws MalformedJson {
        assertEquals(List.of("a"), List.copyOf(Json.object("\uFEFF{\"a\":1}").keySet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"b":1,"a":2}            | {"a":2,"b":1}
                    { "a" : 2 , "b" : 1 }    | {"a":2,"b":1}
                    {"a":null}               | {}
                    {"a":{"d":1,"c":null}}   | {"a":{"d":1}}
                    {"a":[null,{"c":null}]}  | {"a":[null,{}]}
                    {"a":[2,1]}              | {"a":[2,1]}
                    {"a":"\\u0041"}          | {"a":"A"}
                    {"a":"1"}                | {"a":"1"}
                    """)
    void equalMeaningIsEqualText(String text, String canonical) throws MalformedJson {
        assertEquals(canonical, Json.canonical(Json.object(text)));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws MalformedJson {
        var text =
                "{\"t\":\"ä🦊\\u0000\\n\",\"i\":2,\"f\":2.50,\"y\":true,\"n\":null,\"l\":[1,{}]}";
        var read = Json.object(text);
        assertEquals(text, Json.write(read));
        assertEquals(read, Json.object(Json.bytes(read)));
        assertEquals(text, new String(Json.bytes(read), StandardCharsets.UTF_8));
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{" + "}".repeat(depth);
    }

    private static byte[] around(int[] wrong) {
        var bytes = "{\"a\":\"????\"}".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < wrong.length; i++) {
            bytes[6 + i] = (byte) wrong[i];
        }
        return bytes;
    }
}
