package dev.pixapi.local;

import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the function of a request as API Gateway does: by method and path, a literal before a
 * parameter.
 */
record RouteTable(List<LambdaFunction> functions) {

    /** A route, its function, and the values of the path's parameters. */
    record Match(LambdaFunction function, Http route, Map<String, String> parameters) {}

    Optional<Match> find(String method, String rawPath) {
        return functions.stream()
                .flatMap(function -> match(function, method, rawPath).stream())
                .min(Comparator.comparingInt(match -> match.parameters().size()));
    }

    private static Optional<Match> match(LambdaFunction function, String method, String rawPath) {
        return function.route()
                .filter(route -> route.method().equals(method))
                .flatMap(
                        route ->
                                parameters(route.path(), rawPath)
                                        .map(values -> new Match(function, route, values)));
    }

    private static Optional<Map<String, String>> parameters(String template, String rawPath) {
        var wanted = template.split("/", -1);
        var given = rawPath.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < wanted.length; i++) {
            var segment = GatewayEvent.decoded(given[i].replace("+", "%2B"));
            if (wanted[i].startsWith("{") && !segment.isEmpty()) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), segment);
            } else if (!wanted[i].equals(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
