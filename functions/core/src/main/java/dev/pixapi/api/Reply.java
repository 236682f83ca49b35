package dev.pixapi.api;

import dev.pixapi.json.Json;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer in our own words: status, headers, body. */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    public static Reply json(int status, Object value) {
        return new Reply(status, Map.of("content-type", "application/json"), Json.bytes(value));
    }

    public Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }
}
