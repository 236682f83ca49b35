package dev.pixapi.local.upstream;

import dev.pixapi.json.Json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the double, which any behaviour may send whole or spoil. */
public record UpstreamAnswer(int status, Map<String, String> headers, byte[] body) {

    /**
     * Stands in whatever only the operator may see: every error message, and headers of every
     * answer.
     */
    public static final String SECRET = "org-SECRET123";

    public static UpstreamAnswer json(int status, Map<String, ?> body) {
        return of(status, "application/json", Json.bytes(body));
    }

    public static UpstreamAnswer text(int status, String text) {
        return of(status, "text/html", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * OpenAI's error object.
     *
     * @param error its fields, for the most part beside the message: type, code, param
     */
    public static UpstreamAnswer refusal(int status, Map<String, ?> error) {
        var object = new LinkedHashMap<String, Object>(error);
        object.putIfAbsent("message", "This is for " + SECRET + " alone.");
        object.putIfAbsent("type", "invalid_request_error");
        object.putIfAbsent("code", null);
        object.putIfAbsent("param", null);
        return json(status, Map.of("error", object));
    }

    public UpstreamAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new UpstreamAnswer(status, more, body);
    }

    /** Status line and headers, with the empty line behind them. */
    byte[] head() {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Said\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static UpstreamAnswer of(int status, String type, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", type);
        headers.put("openai-organization", SECRET);
        headers.put("x-request-id", "req_" + SECRET);
        headers.put("connection", "close");
        return new UpstreamAnswer(status, headers, body);
    }
}
