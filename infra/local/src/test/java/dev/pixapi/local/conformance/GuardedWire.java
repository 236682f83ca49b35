package dev.pixapi.local.conformance;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Notes the conditions of all writes, and makes one of them hold always. */
final class GuardedWire implements UnaryOperator<HttpExecuteRequest> {
    private static final String CONDITION = "ConditionExpression";
    private static final List<Table> TABLES =
            List.of(Resources.ACCOUNTS, Resources.TASKS, Resources.ENTRIES, Resources.LOTS);

    private final NavigableSet<Guard> met = new ConcurrentSkipListSet<>();
    private final Twins twins;
    private final Optional<Guard> removed;

    GuardedWire(Twins twins, Optional<Guard> removed) {
        this.twins = twins;
        this.removed = removed;
    }

    /** All conditions that were sent. */
    NavigableSet<Guard> met() {
        return met;
    }

    @Override
    public HttpExecuteRequest apply(HttpExecuteRequest request) {
        try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
            var write = Json.object(body.readAllBytes());
            look(write);
            return removed.isPresent() ? with(request, Json.bytes(write)) : request;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (MalformedJson broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static HttpExecuteRequest with(HttpExecuteRequest request, byte[] body) {
        var sent = request.httpRequest();
        var changed =
                SdkHttpRequest.builder()
                        .method(sent.method())
                        .protocol(sent.protocol())
                        .host(sent.host())
                        .port(sent.port())
                        .encodedPath(sent.encodedPath())
                        .headers(sent.headers())
                        .putHeader("Content-Length", String.valueOf(body.length))
                        .build();
        return HttpExecuteRequest.builder()
                .request(changed)
                .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
                .build();
    }

    private void look(Object json) {
        if (json instanceof List<?> list) {
            list.forEach(this::look);
        } else if (json instanceof Map<?, ?> map) {
            if (map.containsKey(CONDITION)) {
                @SuppressWarnings("unchecked")
                var write = (Map<String, Object>) map;
                write.put(CONDITION, guarded(write));
            } else {
                map.values().forEach(this::look);
            }
        }
    }

    private String guarded(Map<String, Object> write) {
        return Guard.conditions((String) write.get(CONDITION)).stream()
                .map(condition -> guarded(new Guard(twins.running(), row(write), condition)))
                .collect(Collectors.joining(" AND "));
    }

    private String guarded(Guard guard) {
        met.add(guard);
        return removed.filter(guard::equals).isPresent()
                ? Guard.neutral(guard.condition())
                : guard.condition();
    }

    /** The table, and of the book's whether it is an entry or an id that is used once. */
    private String row(Map<String, Object> write) {
        var table =
                TABLES.stream()
                        .filter(each -> twins.tables().name(each).equals(write.get("TableName")))
                        .findFirst()
                        .orElseThrow();
        return table.equals(Resources.ENTRIES) ? kind((Map<?, ?>) write.get("Item")) : table.name();
    }

    private static String kind(Map<?, ?> item) {
        var id = (String) ((Map<?, ?>) item.get("id")).get("S");
        return id.substring(0, id.indexOf('_'));
    }
}
