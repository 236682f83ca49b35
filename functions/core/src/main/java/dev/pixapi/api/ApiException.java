package dev.pixapi.api;

import java.io.Serial;
import java.util.Optional;

/**
 * A refusal with the answer that the caller gets. It is no fault of ours, so it carries no stack
 * trace.
 */
public final class ApiException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient Optional<String> parameter;

    private ApiException(ErrorCode code, String message, Optional<String> parameter) {
        super(message, null, false, false);
        this.code = code;
        this.parameter = parameter;
    }

    /** Refuses the request as a whole. The caller reads the message. */
    public static ApiException of(ErrorCode code, String message) {
        return new ApiException(code, message, Optional.empty());
    }

    /** Refuses one parameter, by its name in the request. */
    public static ApiException at(String parameter, ErrorCode code, String message) {
        return new ApiException(code, message, Optional.of(parameter));
    }

    public ErrorCode code() {
        return code;
    }

    public Optional<String> parameter() {
        return parameter;
    }
}
