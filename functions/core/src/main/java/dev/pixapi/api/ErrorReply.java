package dev.pixapi.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The one shape of an error: every key is always there, since SDKs throw on a missing one. */
public final class ErrorReply {
    private ErrorReply() {}

    public static Reply of(ApiException refusal, String requestId) {
        return of(refusal.code(), refusal.getMessage(), refusal.parameter(), requestId);
    }

    /** {@code x-should-retry} is what the OpenAI SDKs obey before they look at the status. */
    public static Reply of(
            ErrorCode code, String message, Optional<String> parameter, String requestId) {
        var error = object(code, message, parameter);
        error.put("request_id", requestId);
        var reply =
                Reply.json(code.status(), Map.of("error", error))
                        .with("x-should-retry", String.valueOf(code.retryAfter().isPresent()));
        return code.retryAfter()
                .map(wait -> reply.with("retry-after", String.valueOf(wait.toSeconds())))
                .orElse(reply);
    }

    /** The error object without its request id, as a failed task keeps it. */
    public static Map<String, Object> object(
            ErrorCode code, String message, Optional<String> parameter) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message);
        error.put("type", code.type());
        error.put("code", code.wireName());
        error.put("param", parameter.orElse(null));
        return error;
    }
}
