package dev.pixapi.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A JSON object around one large text. The text stays where it came, in the bytes of the object,
 * until the others have told how to read it: a body of 10 MB is then one array of 10 MB, and never
 * a {@code String}.
 *
 * @param values all but the text
 * @param json the whole object
 * @param quote where in it the text's first quotation mark is; empty where there is no text
 */
public record Envelope(Map<String, Object> values, byte[] json, OptionalInt quote) {

    /**
     * The text in UTF-8; empty where there is none.
     *
     * @throws MalformedJson when it is no text of JSON
     */
    public byte[] utf8() throws MalformedJson {
        return quote.isPresent()
                ? Json.text(json, quote.getAsInt()).getBytes(StandardCharsets.UTF_8)
                : new byte[0];
    }

    /**
     * What the text says in base64; empty where there is none.
     *
     * @throws MalformedJson when it is no base64
     */
    public byte[] base64() throws MalformedJson {
        try {
            return quote.isPresent() ? decoded(quote.getAsInt() + 1) : new byte[0];
        } catch (IllegalArgumentException _) {
            throw new MalformedJson("a text is no base64");
        }
    }

    private byte[] decoded(int from) throws MalformedJson {
        var to = from;
        while (json[to] != '"' && json[to] != '\\') {
            to++;
        }
        if (json[to] == '\\') {
            // No letter of base64 needs a backslash before it, but a slash may have one.
            return Base64.getDecoder().decode(utf8());
        }
        var decoded = Base64.getDecoder().decode(ByteBuffer.wrap(json, from, to - from));
        var bytes = decoded.array();
        return bytes.length == decoded.limit() ? bytes : Arrays.copyOf(bytes, decoded.limit());
    }
}
