package dev.pixapi.cloud.check;

import dev.pixapi.cloud.check.Template.Part;
import dev.pixapi.json.Fields;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html">limits
 *     of API Gateway</a>
 */
final class RouteChecks {
    private static final long MOST_BUFFERED_MILLIS = 29_000;
    private static final long MOST_STREAMED_MILLIS = 900_000;

    private RouteChecks() {}

    /** A longer time is refused while the stack is deployed, after minutes. */
    static Stream<String> timeouts(Template template) {
        return template.all("AWS::ApiGateway::Method").flatMap(RouteChecks::timeout);
    }

    private static Stream<String> timeout(Part method) {
        return integration(method)
                .filter(integration -> integration.has("TimeoutInMillis"))
                .filter(integration -> integration.number("TimeoutInMillis") > most(integration))
                .map(integration -> tooLong(method, integration))
                .stream();
    }

    private static String tooLong(Part method, Fields integration) {
        return "%s waits for %d ms, but API Gateway waits for %d when it %s"
                .formatted(
                        method.path(),
                        integration.number("TimeoutInMillis"),
                        most(integration),
                        streams(integration) ? "streams" : "buffers");
    }

    private static long most(Fields integration) {
        return streams(integration) ? MOST_STREAMED_MILLIS : MOST_BUFFERED_MILLIS;
    }

    private static boolean streams(Fields integration) {
        return integration
                .optionalString("ResponseTransferMode")
                .filter("STREAM"::equals)
                .isPresent();
    }

    private static Optional<Fields> integration(Part method) {
        return method.properties().has("Integration")
                ? Optional.of(method.properties().object("Integration"))
                : Optional.empty();
    }
}
