package dev.pixapi.local.upstream.gemini;

import dev.pixapi.json.Json;
import dev.pixapi.local.upstream.UpstreamAnswer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gemini's wire format: what it answers, in its own words. */
final class GeminiAnswers {
    private GeminiAnswers() {}

    static UpstreamAnswer json(int status, Map<String, ?> body) {
        return of(status, "application/json; charset=UTF-8", Json.bytes(body));
    }

    static UpstreamAnswer text(int status, String text) {
        return of(status, "text/html", text.getBytes(StandardCharsets.UTF_8));
    }

    /** One candidate that ended of itself, with these parts. */
    static UpstreamAnswer parts(Object... parts) {
        return ended("STOP", parts);
    }

    /** One candidate that ended for this reason. */
    static UpstreamAnswer ended(String reason, Object... parts) {
        var candidate = new LinkedHashMap<String, Object>();
        if (parts.length > 0) {
            candidate.put("content", Map.of("role", "model", "parts", Arrays.asList(parts)));
        }
        candidate.put("finishReason", reason);
        candidate.put("index", 0);
        return candidates(List.of(candidate));
    }

    static UpstreamAnswer candidates(List<Map<String, Object>> candidates) {
        var body = new LinkedHashMap<String, Object>();
        body.put("candidates", candidates);
        body.put("usageMetadata", usage());
        body.put("modelVersion", "gemini");
        body.put("responseId", "response-" + UpstreamAnswer.SECRET);
        return json(200, body);
    }

    /** The prompt was not worked on. */
    static UpstreamAnswer blocked(String reason) {
        return json(
                200,
                Map.of(
                        "promptFeedback", Map.of("blockReason", reason),
                        "usageMetadata", Map.of("promptTokenCount", 12, "totalTokenCount", 12)));
    }

    /**
     * An error object of Google's APIs.
     *
     * @param reasons of its details
     */
    static UpstreamAnswer refusal(int code, String status, String... reasons) {
        var details =
                Arrays.stream(reasons)
                        .map(
                                reason ->
                                        Map.of(
                                                "@type",
                                                "type.googleapis.com/google.rpc.ErrorInfo",
                                                "reason",
                                                reason))
                        .toList();
        return refusal(code, status, "This is for " + UpstreamAnswer.SECRET + " alone.", details);
    }

    static UpstreamAnswer refusal(int code, String status, String message, List<?> details) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", code);
        error.put("message", message);
        error.put("status", status);
        error.put("details", details);
        return json(code, Map.of("error", error));
    }

    static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    static Map<String, Object> image(String base64) {
        return Map.of("inlineData", Map.of("mimeType", "image/png", "data", base64));
    }

    /** A draft of a model that thinks. */
    static Map<String, Object> thought(String base64) {
        var part = new LinkedHashMap<>(image(base64));
        part.put("thought", true);
        return part;
    }

    private static Map<String, Object> usage() {
        return Map.of(
                "promptTokenCount", 12,
                "candidatesTokenCount", 1120,
                "thoughtsTokenCount", 100,
                "totalTokenCount", 1232,
                "promptTokensDetails", List.of(Map.of("modality", "TEXT", "tokenCount", 12)),
                "candidatesTokensDetails",
                        List.of(Map.of("modality", "IMAGE", "tokenCount", 1120)));
    }

    private static UpstreamAnswer of(int status, String type, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", type);
        headers.put("server", UpstreamAnswer.SECRET);
        headers.put("connection", "close");
        return new UpstreamAnswer(status, headers, body);
    }
}
