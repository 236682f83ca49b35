package dev.pixapi.cloud.edge;

import static dev.pixapi.cloud.TestingStack.STANDARD;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.api.ErrorCode;
import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.SynthesizedTemplate.Piece;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.GatewayAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class GatewayResponsesTest {
    private static final String RESPONSE = "AWS::ApiGateway::GatewayResponse";

    /** All that API Gateway has, as its documentation lists them. */
    private static final List<String> TYPES =
            List.of(
                    "ACCESS_DENIED",
                    "API_CONFIGURATION_ERROR",
                    "AUTHORIZER_CONFIGURATION_ERROR",
                    "AUTHORIZER_FAILURE",
                    "BAD_REQUEST_BODY",
                    "BAD_REQUEST_PARAMETERS",
                    "DEFAULT_4XX",
                    "DEFAULT_5XX",
                    "EXPIRED_TOKEN",
                    "INTEGRATION_FAILURE",
                    "INTEGRATION_TIMEOUT",
                    "INVALID_API_KEY",
                    "INVALID_SIGNATURE",
                    "MISSING_AUTHENTICATION_TOKEN",
                    "QUOTA_EXCEEDED",
                    "REQUEST_TOO_LARGE",
                    "RESOURCE_NOT_FOUND",
                    "THROTTLED",
                    "UNAUTHORIZED",
                    "UNSUPPORTED_MEDIA_TYPE",
                    "WAF_FILTERED");

    @Test
    void everyTypeThatApiGatewayHasIsAnsweredOnce() {
        assertEquals(
                TYPES,
                Arrays.stream(GatewayAnswer.values())
                        .flatMap(answer -> answer.responseTypes().stream())
                        .sorted()
                        .toList());
        assertEquals(
                TYPES,
                STANDARD.all(RESPONSE).stream()
                        .map(made -> made.properties().string("ResponseType"))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsTheOneThatTheLocalFrontDoorGives(GatewayAnswer answer) {
        var reply = answer.reply("req_$context.requestId");
        for (var type : answer.responseTypes()) {
            var made = made(type).properties();
            assertEquals(String.valueOf(reply.status()), made.string("StatusCode"));
            assertEquals(
                    Map.of("application/json", new String(reply.body(), StandardCharsets.UTF_8)),
                    made.object("ResponseTemplates").values());
            assertEquals(mapped(reply.headers()), made.object("ResponseParameters").values());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_AUTHENTICATION_TOKEN, ROUTE_NOT_FOUND,        404, false",
        "INVALID_SIGNATURE,            ROUTE_NOT_FOUND,        404, false",
        "DEFAULT_4XX,                  ROUTE_NOT_FOUND,        404, false",
        "REQUEST_TOO_LARGE,            PAYLOAD_TOO_LARGE,      413, false",
        "UNSUPPORTED_MEDIA_TYPE,       UNSUPPORTED_MEDIA_TYPE, 415, false",
        "THROTTLED,                    RATE_LIMITED,           429, true",
        "INTEGRATION_TIMEOUT,          MODEL_TIMEOUT,          504, false",
        "INTEGRATION_FAILURE,          INTERNAL_ERROR,         500, false",
        "DEFAULT_5XX,                  INTERNAL_ERROR,         500, false"
    })
    void aRefusalHasTheContractsCodeStatusAndAdviceOnRetries(
            String type, ErrorCode code, String status, boolean retry) throws MalformedJson {
        var made = made(type).properties();
        assertEquals(status, made.string("StatusCode"));
        assertEquals(
                "'" + retry + "'",
                made.object("ResponseParameters").string("gatewayresponse.header.x-should-retry"));
        assertEquals(
                retry, made.object("ResponseParameters").has("gatewayresponse.header.retry-after"));
        var body = made.object("ResponseTemplates").string("application/json");
        var error = Fields.of(Json.object(body)).object("error");
        assertEquals(
                List.of("message", "type", "code", "param", "request_id"),
                List.copyOf(error.values().keySet()));
        assertEquals(code.wireName(), error.string("code"));
        assertEquals(code.type(), error.string("type"));
        assertEquals("req_$context.requestId", error.string("request_id"));
    }

    /** As API Gateway wants them: quoted texts, and the request's id by its name. */
    private static Map<String, String> mapped(Map<String, String> headers) {
        var mapped = new LinkedHashMap<String, String>();
        headers.forEach(
                (name, value) -> mapped.put("gatewayresponse.header." + name, "'" + value + "'"));
        mapped.remove("gatewayresponse.header.content-type");
        mapped.put("gatewayresponse.header.x-request-id", "context.requestId");
        return mapped;
    }

    private static Piece made(String type) {
        return SynthesizedTemplate.one(
                STANDARD.all(RESPONSE),
                made -> made.properties().string("ResponseType").equals(type));
    }
}
