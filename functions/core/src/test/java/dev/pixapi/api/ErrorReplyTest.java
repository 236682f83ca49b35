package dev.pixapi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

class ErrorReplyTest {
    /** The contract's table. */
    @ParameterizedTest
    @CsvSource({
        "missing_required_parameter, 400, invalid_request_error, false",
        "invalid_value, 400, invalid_request_error, false",
        "invalid_json, 400, invalid_request_error, false",
        "invalid_image, 400, invalid_request_error, false",
        "unsupported_parameter, 400, invalid_request_error, false",
        "invalid_api_key, 401, unauthorized, false",
        "insufficient_credits, 402, insufficient_credits, false",
        "missing_scope, 403, forbidden, false",
        "account_frozen, 403, forbidden, false",
        "model_not_found, 404, not_found, false",
        "task_not_found, 404, not_found, false",
        "route_not_found, 404, not_found, false",
        "request_in_progress, 409, conflict, false",
        "not_cancelable, 409, conflict, false",
        "payload_too_large, 413, invalid_request_error, false",
        "unsupported_media_type, 415, invalid_request_error, false",
        "prompt_rejected, 422, prompt_rejected, false",
        "output_rejected, 422, prompt_rejected, false",
        "idempotency_key_reused, 422, invalid_request_error, false",
        "rate_limited, 429, rate_limited, true",
        "too_many_tasks, 429, rate_limited, true",
        "internal_error, 500, internal_error, false",
        "model_unavailable, 503, model_unavailable, true",
        "overloaded, 503, model_unavailable, true",
        "model_timeout, 504, model_timeout, false",
    })
    void eachCodeHasItsStatusTypeAndAdviceToClients(
            String code, int status, String type, boolean retry) {
        var reply = reply(ErrorCode.named(code).orElseThrow(), Optional.empty());
        assertEquals(status, reply.status());
        assertEquals(type, error(reply).string("type"));
        assertEquals(code, error(reply).string("code"));
        assertEquals(String.valueOf(retry), reply.headers().get("x-should-retry"));
        assertEquals(retry, reply.headers().containsKey("retry-after"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsAlwaysThere(ErrorCode code) {
        var error = error(reply(code, Optional.empty()));
        assertEquals(
                List.of("message", "type", "code", "param", "request_id"),
                List.copyOf(error.values().keySet()));
        assertEquals("Wrong.", error.string("message"));
        assertEquals("req_1", error.string("request_id"));
        assertEquals(Optional.empty(), error.optionalString("param"));
    }

    /** 429 and 503 tell a client to come again, and when; nothing else does. */
    @ParameterizedTest
    @EnumSource
    void onlyWhatCostsNothingMayBeRepeated(ErrorCode code) {
        var headers = reply(code, Optional.empty()).headers();
        var retry = code.status() == 429 || code.status() == 503;
        assertEquals(String.valueOf(retry), headers.get("x-should-retry"));
        assertEquals(retry, headers.containsKey("retry-after"));
        if (retry) {
            assertTrue(headers.get("retry-after").matches("[1-9][0-9]?"));
        }
    }

    @Test
    void aRefusalNamesItsParameter() {
        var refusal = ApiException.at("size", ErrorCode.INVALID_VALUE, "'size' is wrong.");
        var error = error(ErrorReply.of(refusal, "req_2"));
        assertEquals("size", error.string("param"));
        assertEquals("'size' is wrong.", error.string("message"));
        assertEquals("req_2", error.string("request_id"));
    }

    @Test
    void anErrorIsJsonAndSaysSo() {
        assertEquals(
                "application/json",
                reply(ErrorCode.INVALID_VALUE, Optional.empty()).headers().get("content-type"));
    }

    private static Reply reply(ErrorCode code, Optional<String> parameter) {
        return ErrorReply.of(code, "Wrong.", parameter, "req_1");
    }

    private static Fields error(Reply reply) {
        try {
            return new Fields(Json.object(reply.body())).object("error");
        } catch (MalformedJson fault) {
            throw new AssertionError(fault);
        }
    }
}
