package dev.pixapi.lambda.handler;

import dev.pixapi.api.HttpRequest;
import dev.pixapi.json.Envelope;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The event that API Gateway hands to a function.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format">Input
 *     format of a Lambda function for proxy integration</a>
 */
final class ProxyEvent {
    private ProxyEvent() {}

    static HttpRequest read(InputStream input) throws IOException {
        try {
            var envelope = Json.envelope(input.readAllBytes(), "body");
            var event = envelope.values();
            var context = map(event.get("requestContext"));
            var route = text(event.get("resource"));
            return new HttpRequest(
                    route,
                    texts(event.get("pathParameters")),
                    texts(event.get("queryStringParameters")),
                    lowerCase(texts(event.get("headers"))),
                    body(envelope),
                    "req_" + text(context.get("requestId")),
                    base(text(context.get("path")), route));
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException("no event of API Gateway: " + fault.getMessage());
        }
    }

    /**
     * The context has the path of the URL: with the stage's name where the host is API Gateway's.
     */
    private static String base(String path, String route) {
        return path.endsWith(route) ? path.substring(0, path.length() - route.length()) : "";
    }

    private static byte[] body(Envelope event) throws MalformedJson {
        return Boolean.TRUE.equals(event.values().get("isBase64Encoded"))
                ? event.base64()
                : event.utf8();
    }

    /** Header names have no case. */
    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var result = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> result.put(name.toLowerCase(Locale.ROOT), value));
        return result;
    }

    private static Map<String, String> texts(Object value) {
        var result = new LinkedHashMap<String, String>();
        map(value).forEach((name, text) -> result.put(String.valueOf(name), text(text)));
        return result;
    }

    /** API Gateway writes null for a map without members. */
    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Object value) {
        return value instanceof String text ? text : "";
    }
}
