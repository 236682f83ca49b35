package dev.pixapi.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

class BytesReaderTest {
    @Test
    void theTextsOfTheFieldAreBytesAtAnyDepthAndAllElseIsAsEver() throws MalformedJson {
        var json =
                """
                {"data": "AAEC", "l": [{"data": ""}, "AAEC", 1, 2.50, true, false, null],
                 "o": {"data": {"x": "AAEC"}}, "data2": "AAEC"}
                """;

        var read = new Fields(Json.withBytes(utf8(json), "data"));

        assertArrayEquals(new byte[] {0, 1, 2}, (byte[]) read.values().get("data"));
        var list = assertInstanceOf(List.class, read.values().get("l"));
        assertArrayEquals(new byte[0], (byte[]) Fields.of(list.getFirst()).values().get("data"));
        var plain = new Fields(Json.object(json));
        assertEquals(List.copyOf(plain.values().keySet()), List.copyOf(read.values().keySet()));
        assertEquals(((List<?>) plain.values().get("l")).subList(1, 7), list.subList(1, 7));
        assertEquals(plain.values().get("o"), read.values().get("o"));
        assertEquals("AAEC", read.string("data2"));
    }

    @Test
    void whereOneTextIsNoBase64AllOfThemStayTexts() throws MalformedJson {
        var read = new Fields(Json.withBytes(utf8("{\"a\":{\"d\":\"AAEC\"},\"d\":\"--\"}"), "d"));

        assertEquals("--", read.string("d"));
        assertEquals("AAEC", read.object("a").string("d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{\"d\":",
                "{\"d\": \"AAEC",
                "{\"d\": \"AAEC\"",
                "{\"d\": [",
                "{} {}",
                "{\"d\": \"AAEC\"} x",
                "{\"d\": 1, \"d\": 2}",
                "{\"d\": 1e99999999999}"
            })
    void whatIsNotOneJsonObjectIsRefusedAsEver(String json) {
        var plain = assertThrows(MalformedJson.class, () -> Json.object(json));

        var read = assertThrows(MalformedJson.class, () -> Json.withBytes(utf8(json), "d"));

        assertEquals(plain.getMessage(), read.getMessage());
    }

    @Test
    void aDepthThatWouldCostTheStackIsRefused() {
        var json = "{\"d\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThrows(MalformedJson.class, () -> Json.withBytes(utf8(json), "d"));
    }

    @Test
    void utf16IsRefused() {
        var json = "{\"d\": \"AAEC\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThrows(MalformedJson.class, () -> Json.withBytes(json, "d"));
    }

    /**
     * Twice the bytes, of which one half is kept; by way of a text it would be nearly eight times.
     */
    @Test
    void aLargeFileCostsLittleMoreThanItsBytes() throws MalformedJson {
        var file = new byte[8 * 1024 * 1024];
        new Random(1).nextBytes(file);
        var json = utf8("{\"d\":\"" + Base64.getEncoder().encodeToString(file) + "\"}");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();

        var read = Json.withBytes(json, "d");

        var allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertArrayEquals(file, (byte[]) read.get("d"));
        assertTrue(allocated < 3L * file.length, () -> allocated + " bytes were allocated");
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
