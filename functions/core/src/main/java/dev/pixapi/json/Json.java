package dev.pixapi.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.jr.ob.JSON;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * JSON as plain Java values: {@code Map}, {@code List}, {@code String}, {@code Number}, {@code
 * Boolean} and {@code null} for an explicit null. Objects keep the order of their keys; integers of
 * any length stay exact, fractions are {@code BigDecimal}.
 */
public final class Json {
    /** Deeper than any document of ours; a hostile one costs no stack. */
    public static final int MAX_DEPTH = 32;

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(40)
                    .maxNameLength(1_000)
                    // The base64 of one 4096 x 4096 PNG, and some.
                    .maxStringLength(128 * 1024 * 1024)
                    .build();

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final JSON MAPPER =
            JSON.builder(FACTORY)
                    .enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
                    .build();

    private Json() {}

    /**
     * Reads one object and nothing behind it.
     *
     * @throws MalformedJson with the place of the fault, when it is not one JSON object
     */
    public static Map<String, Object> object(byte[] utf8) throws MalformedJson {
        return read(utf8, parser -> withStringKeys((Map<?, ?>) MAPPER.anyFrom(parser)));
    }

    /**
     * As {@link #object(byte[])}, but for one text of the object's own that may be large.
     *
     * @param name of the text; it may be absent
     */
    public static Envelope envelope(byte[] utf8, String name) throws MalformedJson {
        return read(utf8, parser -> envelope(parser, utf8, name));
    }

    /** A text that the parser is asked nothing of is passed over, and not decoded. */
    private static Envelope envelope(JsonParser parser, byte[] utf8, String name) {
        var values = new LinkedHashMap<String, Object>();
        var quote = OptionalInt.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING && key.equals(name)) {
                quote = OptionalInt.of((int) parser.currentTokenLocation().getByteOffset());
            } else {
                values.put(key, MAPPER.anyFrom(parser));
            }
        }
        return new Envelope(values, utf8, quote);
    }

    /** The text that begins with a quotation mark there; {@link #envelope} has passed over it. */
    static String text(byte[] utf8, int quote) throws MalformedJson {
        var length = utf8.length - quote;
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, quote, length)) {
            parser.nextToken();
            return parser.getString();
        } catch (JacksonException fault) {
            throw malformed(fault);
        }
    }

    private static <T> T read(byte[] utf8, Function<JsonParser, T> reading) throws MalformedJson {
        if (isOfTwoBytes(utf8)) {
            throw new MalformedJson("it is not UTF-8");
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJson("it is not a JSON object");
            }
            var read = reading.apply(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJson("something stands behind the object");
            }
            return read;
        } catch (NumberFormatException _) {
            // Jackson's own reader of numbers, for exponents that no number can have.
            throw new MalformedJson("a number is out of range");
        } catch (JacksonException fault) {
            throw malformed(fault);
        }
    }

    private static MalformedJson malformed(JacksonException fault) {
        var at = fault.getLocation();
        return new MalformedJson(
                at == null
                        ? "it is not valid JSON"
                        : "line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    /**
     * As {@link #object(byte[])}, for documents that carry files: the texts of a field are {@code
     * byte[]} where all of them are base64.
     *
     * @param field its name, at any depth
     * @throws MalformedJson as there
     */
    public static Map<String, Object> withBytes(byte[] utf8, String field) throws MalformedJson {
        try {
            return read(utf8, parser -> new BytesReader(parser, field).object());
        } catch (MalformedJson _) {
            // A text of the field that is no base64: the plain way takes it, or says what is wrong.
            return object(utf8);
        }
    }

    /** As {@link #object(byte[])}, of a text. */
    public static Map<String, Object> object(String text) throws MalformedJson {
        return object(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * UTF-16 and UTF-32 would be read as well: an object in them has a zero byte among its first
     * two, or a mark.
     */
    private static boolean isOfTwoBytes(byte[] json) {
        return json.length >= 2 && (json[0] == 0 || json[1] == 0 || (json[0] & 0xFE) == 0xFE);
    }

    /** One line of JSON. */
    public static String write(Object value) {
        return MAPPER.asString(value);
    }

    /** One line of JSON, in UTF-8. */
    public static byte[] bytes(Object value) {
        return MAPPER.asBytes(value);
    }

    /**
     * Equal meaning, equal text: keys sorted at every depth, and explicit nulls of objects left
     * out.
     */
    public static String canonical(Object value) {
        return write(sorted(value));
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            var result = new TreeMap<String, Object>();
            map.forEach(
                    (key, item) -> {
                        if (item != null) {
                            result.put(String.valueOf(key), sorted(item));
                        }
                    });
            return result;
        }
        if (value instanceof List<?> list) {
            var result = new ArrayList<Object>();
            list.forEach(item -> result.add(sorted(item)));
            return result;
        }
        return value;
    }

    private static Map<String, Object> withStringKeys(Map<?, ?> map) {
        var result = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }
}
