package dev.pixapi.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request in our own words.
 *
 * @param route the path of the endpoint that it reached, {@code /v1/tasks/{id}}
 * @param path the values of the route's path parameters, by name
 * @param query the first value of each query parameter, decoded
 * @param headers the last value of each header, by its name in lower case
 * @param body as it was sent; empty where there was none
 * @param id {@code req_…}, which is on every answer
 * @param base what stands before the route in the path of the caller's URL: a stage's name, or
 *     nothing
 */
public record HttpRequest(
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String id,
        String base) {

    /** A request whose URL has nothing before the route. */
    public HttpRequest(
            String route,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            byte[] body,
            String id) {
        this(route, path, query, headers, body, id, "");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The media type of the body, in lower case and without its parameters. */
    public Optional<String> mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A parameter that the route declares; API Gateway never leaves it out. */
    public String pathParameter(String name) {
        return Optional.ofNullable(path.get(name)).orElseThrow();
    }
}
