package dev.pixapi.lambda.blueprint;

import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.ErrorReply;
import dev.pixapi.api.Reply;

import java.util.List;
import java.util.Optional;

/**
 * What API Gateway answers by itself, in the shape of our own errors. The CDK app hands these to
 * API Gateway; the local front door answers them itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html">the
 *     types of gateway responses</a>
 */
public enum GatewayAnswer {
    /**
     * No such path, or not with this method. No method of ours asks for AWS's own authentication,
     * so each of its refusals means the same: an unknown route makes API Gateway read the
     * Authorization header as a signature, and {@code Bearer sk_…} is none.
     */
    NO_ROUTE(
            ErrorCode.ROUTE_NOT_FOUND,
            "There is no such path, or it does not have this method.",
            "MISSING_AUTHENTICATION_TOKEN",
            "INVALID_SIGNATURE",
            "ACCESS_DENIED",
            "EXPIRED_TOKEN",
            "UNAUTHORIZED",
            "INVALID_API_KEY",
            "RESOURCE_NOT_FOUND",
            "DEFAULT_4XX"),
    MALFORMED(
            ErrorCode.INVALID_VALUE,
            "The request is not what this path takes.",
            "BAD_REQUEST_BODY",
            "BAD_REQUEST_PARAMETERS"),
    MEDIA_TYPE(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            "The request's content type is not one that this path takes.",
            "UNSUPPORTED_MEDIA_TYPE"),
    /** A function takes 6 MB with everything around the body; uploads travel as base64. */
    TOO_LARGE(
            ErrorCode.PAYLOAD_TOO_LARGE,
            "The request is too large; a body of up to 4 MB is always taken. For a larger image,"
                    + " declare it with POST /v1/files, upload it to the URL in the answer, and"
                    + " send its file_id.",
            "REQUEST_TOO_LARGE"),
    TOO_MANY(
            ErrorCode.RATE_LIMITED,
            "There are too many requests at the moment.",
            "THROTTLED",
            "QUOTA_EXCEEDED"),
    FILTERED(ErrorCode.INVALID_VALUE, "The firewall refused the request.", "WAF_FILTERED"),
    TIMED_OUT(
            ErrorCode.MODEL_TIMEOUT,
            "The answer took too long. If the request opened a task, GET /v1/tasks lists it.",
            "INTEGRATION_TIMEOUT"),
    /** The function may have charged before it failed, so nobody is told to repeat the call. */
    FAILED(
            ErrorCode.INTERNAL_ERROR,
            "Something went wrong on our side. If the request opened a task, GET /v1/tasks lists"
                    + " it.",
            "INTEGRATION_FAILURE",
            "API_CONFIGURATION_ERROR",
            "AUTHORIZER_FAILURE",
            "AUTHORIZER_CONFIGURATION_ERROR",
            "DEFAULT_5XX");

    private final ErrorCode code;
    private final String message;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it immutable.
    private final List<String> responseTypes;

    GatewayAnswer(ErrorCode code, String message, String... responseTypes) {
        this.code = code;
        this.message = message;
        this.responseTypes = List.of(responseTypes);
    }

    /** API Gateway's names of the cases that are answered so. */
    public List<String> responseTypes() {
        return responseTypes;
    }

    /** The answer, {@code x-request-id} included. */
    public Reply reply(String requestId) {
        return ErrorReply.of(code, message, Optional.empty(), requestId)
                .with("x-request-id", requestId);
    }
}
