package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.HttpRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

class ProxyEventTest {
    @Test
    void anEventBecomesARequest() throws IOException {
        var request =
                read(
                        """
                        {"resource": "/v1/tasks/{id}", "path": "/v1/tasks/task_1",
                         "httpMethod": "GET", "pathParameters": {"id": "task_1"},
                         "headers": {"Authorization": "Bearer x", "CONTENT-TYPE": "application/json"},
                         "multiValueHeaders": {"Authorization": ["Bearer y", "Bearer x"]},
                         "queryStringParameters": {"wait": "5", "W": ""},
                         "requestContext": {"requestId": "0c9e-1", "stage": "live"},
                         "body": "{\\"prompt\\": \\"ä🦊\\"}", "isBase64Encoded": false}
                        """);
        assertEquals("/v1/tasks/{id}", request.route());
        assertEquals("task_1", request.pathParameter("id"));
        assertEquals(Map.of("wait", "5", "W", ""), request.query());
        assertEquals(Optional.of("Bearer x"), request.header("authorization"));
        assertEquals(Optional.of("application/json"), request.header("Content-Type"));
        assertEquals(Optional.empty(), request.header("x-none"));
        assertEquals("req_0c9e-1", request.id());
        assertArrayEquals("{\"prompt\": \"ä🦊\"}".getBytes(StandardCharsets.UTF_8), request.body());
    }

    @Test
    void aStageStandsBeforeTheRouteWhereTheHostIsApiGateways() throws IOException {
        var event =
                """
                {"resource": "/v1/async/images/generations",
                 "requestContext": {"requestId": "1", "path": "%s/v1/async/images/generations"}}
                """;
        assertEquals("/dev", read(event.formatted("/dev")).base());
        assertEquals("", read(event.formatted("")).base());
    }

    /** API Gateway writes null for a map without members and for a body that was not sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resource\": \"/v1/models\", \"requestContext\": {\"requestId\": \"1\"}}",
                "{\"resource\": \"/v1/models\", \"requestContext\": {\"requestId\": \"1\"},"
                        + " \"pathParameters\": null, \"queryStringParameters\": null,"
                        + " \"headers\": null, \"body\": null, \"isBase64Encoded\": null}"
            })
    void whatIsNullOrAbsentIsEmpty(String event) throws IOException {
        var request = read(event);
        assertEquals(Map.of(), request.path());
        assertEquals(Map.of(), request.query());
        assertEquals(Map.of(), request.headers());
        assertEquals(0, request.body().length);
        assertEquals("req_1", request.id());
    }

    @Test
    void aBodyInBase64IsDecoded() throws IOException {
        var request =
                read("{\"body\": \"AP+AAA==\", \"isBase64Encoded\": true, \"requestContext\": {}}");
        assertArrayEquals(new byte[] {0, (byte) 0xFF, (byte) 0x80, 0}, request.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null"})
    void whatIsNoEventIsAFaultOfTheCallerOfTheFunction(String event) {
        assertThrows(IllegalArgumentException.class, () -> read(event));
    }

    private static HttpRequest read(String event) throws IOException {
        return ProxyEvent.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }
}
