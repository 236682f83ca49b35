package dev.pixapi.cloud.edge;

import dev.pixapi.api.Reply;
import dev.pixapi.lambda.blueprint.GatewayAnswer;

import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Teaches API Gateway to answer in our shape. */
final class GatewayResponses {
    /** API Gateway puts its id in here; a body may have text around it. */
    private static final String ID = "req_$context.requestId";

    /** A header is either a quoted text or one value, so this one goes without {@code req_}. */
    private static final String ID_IN_HEADER = "context.requestId";

    private static final String CONTENT_TYPE = "content-type";

    private GatewayResponses() {}

    static void add(RestApi api) {
        for (var answer : GatewayAnswer.values()) {
            answer.responseTypes()
                    .forEach(type -> api.addGatewayResponse(type, options(type, answer.reply(ID))));
        }
    }

    private static GatewayResponseOptions options(String type, Reply reply) {
        var body = new String(reply.body(), StandardCharsets.UTF_8);
        return GatewayResponseOptions.builder()
                .type(ResponseType.of(type))
                .statusCode(String.valueOf(reply.status()))
                .responseHeaders(headers(reply))
                .templates(Map.of(reply.headers().get(CONTENT_TYPE), body))
                .build();
    }

    private static Map<String, String> headers(Reply reply) {
        var headers = new TreeMap<String, String>();
        reply.headers()
                .forEach(
                        (name, value) ->
                                headers.put(name, value.equals(ID) ? ID_IN_HEADER : quoted(value)));
        // The template's own key says it.
        headers.remove(CONTENT_TYPE);
        return headers;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
