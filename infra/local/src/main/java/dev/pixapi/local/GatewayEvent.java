package dev.pixapi.local;

import com.sun.net.httpserver.HttpExchange;

import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Trigger.Http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The event that API Gateway would make of a request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format">Input
 *     format of a Lambda function for proxy integration</a>
 */
final class GatewayEvent {
    private GatewayEvent() {}

    static byte[] of(HttpExchange exchange, RouteTable.Match match, byte[] body, String id) {
        var event = new LinkedHashMap<String, Object>();
        event.put("resource", match.route().path());
        event.put("path", exchange.getRequestURI().getPath());
        event.put("httpMethod", exchange.getRequestMethod());
        putHeaders(event, exchange);
        putQuery(event, exchange.getRequestURI().getRawQuery());
        event.put("pathParameters", orNull(match.parameters()));
        event.put("stageVariables", null);
        event.put("requestContext", context(exchange, match.route(), id));
        putBody(event, exchange, body);
        return Json.bytes(event);
    }

    private static void putHeaders(Map<String, Object> event, HttpExchange exchange) {
        var single = new TreeMap<String, Object>();
        var multi = new TreeMap<String, Object>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            single.put(name, values.getLast());
                            multi.put(name, values);
                        });
        event.put("headers", single);
        event.put("multiValueHeaders", multi);
    }

    private static void putQuery(Map<String, Object> event, String rawQuery) {
        var single = new LinkedHashMap<String, String>();
        var multi = new LinkedHashMap<String, List<String>>();
        for (var pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            var parts = pair.split("=", 2);
            var name = decoded(parts[0]);
            var value = parts.length == 2 ? decoded(parts[1]) : "";
            if (!name.isEmpty()) {
                single.put(name, value);
                multi.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        event.put("queryStringParameters", orNull(single));
        event.put("multiValueQueryStringParameters", orNull(multi));
    }

    private static Map<String, Object> context(HttpExchange exchange, Http route, String id) {
        var context = new LinkedHashMap<String, Object>();
        context.put("requestId", id);
        context.put("resourcePath", route.path());
        context.put("httpMethod", exchange.getRequestMethod());
        context.put("path", exchange.getRequestURI().getPath());
        context.put("stage", "local");
        context.put("protocol", exchange.getProtocol());
        context.put(
                "identity",
                Map.of("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress()));
        return context;
    }

    /**
     * A body reaches a function as UTF-8 text, unless its content type is one of the binary ones.
     */
    private static void putBody(Map<String, Object> event, HttpExchange exchange, byte[] body) {
        var type = exchange.getRequestHeaders().getFirst("content-type");
        var binary =
                type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        var text =
                binary
                        ? Base64.getEncoder().encodeToString(body)
                        : new String(body, StandardCharsets.UTF_8);
        event.put("body", body.length == 0 ? null : text);
        event.put("isBase64Encoded", binary);
    }

    private static Object orNull(Map<?, ?> map) {
        return map.isEmpty() ? null : map;
    }

    /** What is no valid escape is taken as it stands, as API Gateway does. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
