package dev.pixapi.local.upstream;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A call as the double was asked.
 *
 * @param line method, path and protocol
 * @param headers by their names, in any case
 */
public record UpstreamRequest(String line, Map<String, String> headers, byte[] body) {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final Set<String> NUMBERS = Set.of("n", "output_compression");

    /**
     * Reads one request, whose body has a Content-Length or is absent.
     *
     * @throws EOFException when the connection ends first
     */
    static UpstreamRequest read(InputStream input) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(input); !line.isEmpty(); line = line(input)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new EOFException("no request came");
        }
        var headers = headers(lines.subList(1, lines.size()));
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = input.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("half a request came");
        }
        return new UpstreamRequest(lines.getFirst(), headers, body);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public Fields json() {
        try {
            return new Fields(Json.object(body));
        } catch (MalformedJson fault) {
            throw new AssertionError(new String(body, StandardCharsets.UTF_8), fault);
        }
    }

    /** The parts of a form, in their order. */
    public List<UpstreamPart> parts() {
        return UpstreamPart.read(this);
    }

    /** What is asked for, of JSON or of a form, whose texts stand for numbers too. */
    public Fields asked() {
        if (!header("content-type").startsWith("multipart/")) {
            return json();
        }
        var asked = new LinkedHashMap<String, Object>();
        for (var part : parts()) {
            if (!part.isFile() && asked.put(part.name(), value(part)) != null) {
                throw new AssertionError(part.name() + " came twice");
            }
        }
        return new Fields(asked);
    }

    private static Object value(UpstreamPart part) {
        return NUMBERS.contains(part.name()) ? Integer.valueOf(part.text()) : part.text();
    }

    public String prompt() {
        return asked().string("prompt");
    }

    private static Map<String, String> headers(List<String> lines) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : lines) {
            var colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream input) throws IOException {
        var line = new StringBuilder();
        for (var next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("no whole line came");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
