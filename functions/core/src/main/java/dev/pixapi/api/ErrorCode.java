package dev.pixapi.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every error that a caller can meet: its HTTP status, its type, and whether a client may repeat
 * the call.
 */
public enum ErrorCode {
    MISSING_REQUIRED_PARAMETER(400, "invalid_request_error"),
    INVALID_VALUE(400, "invalid_request_error"),
    INVALID_JSON(400, "invalid_request_error"),
    INVALID_IMAGE(400, "invalid_request_error"),
    UNSUPPORTED_PARAMETER(400, "invalid_request_error"),
    INVALID_API_KEY(401, "unauthorized"),
    INSUFFICIENT_CREDITS(402, "insufficient_credits"),
    MISSING_SCOPE(403, "forbidden"),
    ACCOUNT_FROZEN(403, "forbidden"),
    MODEL_NOT_FOUND(404, "not_found"),
    TASK_NOT_FOUND(404, "not_found"),
    FILE_NOT_FOUND(404, "not_found"),
    ROUTE_NOT_FOUND(404, "not_found"),
    REQUEST_IN_PROGRESS(409, "conflict"),
    NOT_CANCELABLE(409, "conflict"),
    NOT_DELETABLE(409, "conflict"),
    FILE_NOT_READY(409, "conflict"),
    CANCELED(409, "conflict"),
    MEDIA_DELETED(410, "gone"),
    MEDIA_EXPIRED(410, "gone"),
    FILE_EXPIRED(410, "gone"),
    PAYLOAD_TOO_LARGE(413, "invalid_request_error"),
    UNSUPPORTED_MEDIA_TYPE(415, "invalid_request_error"),
    PROMPT_REJECTED(422, "prompt_rejected"),
    OUTPUT_REJECTED(422, "prompt_rejected"),
    IDEMPOTENCY_KEY_REUSED(422, "invalid_request_error"),
    TOO_MANY_TASKS(429, "rate_limited", Duration.ofSeconds(5)),
    RATE_LIMITED(429, "rate_limited", Duration.ofSeconds(1)),
    INTERNAL_ERROR(500, "internal_error"),
    MODEL_UNAVAILABLE(503, "model_unavailable", Duration.ofSeconds(5)),
    OVERLOADED(503, "model_unavailable", Duration.ofSeconds(2)),
    MODEL_TIMEOUT(504, "model_timeout");

    private final int status;
    private final String type;
    private final Optional<Duration> retryAfter;

    ErrorCode(int status, String type) {
        this.status = status;
        this.type = type;
        this.retryAfter = Optional.empty();
    }

    ErrorCode(int status, String type, Duration retryAfter) {
        this.status = status;
        this.type = type;
        this.retryAfter = Optional.of(retryAfter);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /**
     * How long a client waits before it repeats the call; empty where a repeat cannot help or may
     * cost.
     */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** As it stands in an answer: {@code insufficient_credits}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ErrorCode> named(String wireName) {
        return Arrays.stream(values()).filter(code -> code.wireName().equals(wireName)).findAny();
    }
}
