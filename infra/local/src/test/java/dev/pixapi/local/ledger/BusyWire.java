package dev.pixapi.local.ledger;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Resources;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A DynamoDB that does nothing but what makes a row slow: a transaction has its account's rows for
 * itself for a while, and what comes meanwhile is refused, as DynamoDB documents it. The emulator
 * never refuses, and is slower itself than what is measured here.
 */
final class BusyWire implements SdkHttpClient {
    private final Duration write;
    private final Set<Object> busy = new HashSet<>();

    /**
     * @param write how long a transaction has its rows for itself; a refusal comes in half of it
     */
    BusyWire(Duration write) {
        this.write = write;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return transact(items(request));
            }

            @Override
            public void abort() {
                // A call is short; it ends by itself.
            }
        };
    }

    private static List<Map<?, ?>> items(HttpExecuteRequest request) throws IOException {
        try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
            var items = new ArrayList<Map<?, ?>>();
            for (var item : (List<?>) Json.object(body.readAllBytes()).get("TransactItems")) {
                items.add((Map<?, ?>) ((Map<?, ?>) item).values().iterator().next());
            }
            return items;
        } catch (MalformedJson fault) {
            throw new IOException(fault);
        }
    }

    private HttpExecuteResponse transact(List<Map<?, ?>> items) {
        var rows = items.stream().filter(BusyWire::isAccount).map(item -> item.get("Key")).toList();
        if (!take(rows)) {
            pause(write.dividedBy(2));
            return refused(items);
        }
        pause(write);
        release(rows);
        return answer(200, Map.of());
    }

    private static boolean isAccount(Map<?, ?> item) {
        return Resources.ACCOUNTS.name().equals(item.get("TableName"));
    }

    private synchronized boolean take(List<?> rows) {
        return rows.stream().noneMatch(busy::contains) && busy.addAll(rows);
    }

    private synchronized void release(List<?> rows) {
        rows.forEach(busy::remove);
    }

    private static HttpExecuteResponse refused(List<Map<?, ?>> items) {
        var reasons =
                items.stream()
                        .map(i -> Map.of("Code", isAccount(i) ? "TransactionConflict" : "None"))
                        .toList();
        return answer(
                400,
                Map.of(
                        "__type",
                        "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
                        "CancellationReasons",
                        reasons));
    }

    private static HttpExecuteResponse answer(int status, Map<String, ?> body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(status).build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(Json.bytes(body))))
                .build();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
