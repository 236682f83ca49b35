package dev.pixapi.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

class EnvelopeTest {
    @Test
    void theTextIsLeftOutOfTheValues() throws MalformedJson {
        var envelope =
                of(
                        "{\"a\": {\"body\": [\"x\"]}, \"body\" : \"\\\"\\u00e4🦊\\n"
                                + "\" , \"b\": null, \"c\": -1}");
        assertEquals(List.of("a", "b", "c"), List.copyOf(envelope.values().keySet()));
        assertEquals(Map.of("body", List.of("x")), envelope.values().get("a"));
        assertEquals("\"ä🦊\n", utf8(envelope));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"body\": null}", "{\"body\": 5}", "{\"body\": {\"body\": \"x\"}}"})
    void whereThereIsNoTextItIsEmpty(String json) throws MalformedJson {
        assertEquals("", utf8(of(json)));
        assertEquals(0, of(json).base64().length);
    }

    @Test
    void base64OfAnyLengthIsDecoded() throws MalformedJson {
        var random = new Random(3);
        for (var length = 0; length < 200; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            var coded = Base64.getEncoder().encodeToString(bytes);
            assertArrayEquals(bytes, of("{\"a\": 1, \"body\": \"" + coded + "\"}").base64());
        }
    }

    /** As some write it. */
    @Test
    void aSlashWithABackslashIsASlash() throws MalformedJson {
        assertArrayEquals(new byte[] {-1, -1, -1}, of("{\"body\": \"\\/\\/\\/\\/\"}").base64());
    }

    @ParameterizedTest
    @CsvSource({"{}", "A", "AA=A", "A-_A", "AAAA=", "AA A"})
    void whatIsNoBase64IsMalformed(String text) throws MalformedJson {
        var envelope = of("{\"body\": \"" + text + "\"}");
        assertThrows(MalformedJson.class, envelope::base64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"body\": \"x}",
                "{\"body\": \"x\"",
                "{\"body\": \"x\"} {}",
                "{\"body\": \"x\", \"body\": \"y\"}",
                "{\"body\": \"x\" \"a\": 1}",
                "{\"a\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void whatIsNotOneObjectIsMalformed(String json) {
        assertThrows(MalformedJson.class, () -> of(json));
    }

    /** It is passed over first, and read when it is asked for. */
    @Test
    void aTextThatIsNoneIsMalformedAtTheLatestWhenItIsRead() {
        assertThrows(MalformedJson.class, () -> of("{\"body\": \"\\x\"}").utf8());
        var json = "{\"body\": \"x\"}".getBytes(StandardCharsets.UTF_8);
        json[10] = (byte) 0xFF;
        assertThrows(MalformedJson.class, () -> Json.envelope(json, "body").utf8());
    }

    @Test
    void aLargeTextIsNeitherCopiedNorDecodedBeforeItIsAskedFor() throws MalformedJson {
        var json = new byte[4_000_000];
        Arrays.fill(json, (byte) 'A');
        System.arraycopy("{\"body\": \"".getBytes(StandardCharsets.UTF_8), 0, json, 0, 10);
        System.arraycopy("\"}".getBytes(StandardCharsets.UTF_8), 0, json, json.length - 2, 2);
        of("{\"warm\": 1}");
        var before = allocated();
        var envelope = Json.envelope(json, "body");
        assertTrue(allocated() - before < 100_000);
        assertEquals(2_999_991, envelope.base64().length);
        assertTrue(allocated() - before < 3_100_000);
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
                .getCurrentThreadAllocatedBytes();
    }

    private static Envelope of(String json) throws MalformedJson {
        return Json.envelope(json.getBytes(StandardCharsets.UTF_8), "body");
    }

    private static String utf8(Envelope envelope) throws MalformedJson {
        return new String(envelope.utf8(), StandardCharsets.UTF_8);
    }
}
