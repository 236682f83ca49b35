package dev.pixapi.local.ledger;

import dev.pixapi.json.Json;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way from the SDK to DynamoDB. Writes can be disturbed on it, one after the other; reads never
 * are.
 */
final class Wire implements SdkHttpClient {
    private static final Set<String> WRITES =
            Set.of("TransactWriteItems", "UpdateItem", "PutItem", "DeleteItem");

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger writes = new AtomicInteger();

    /** What happens to a write on its way. */
    sealed interface Fault {
        /** It is done; its reply never arrives. */
        record LostReply() implements Fault {}

        /** It is done, and right before it what somebody else does. */
        record Meanwhile(Runnable other) implements Fault {}

        /** It is not done; DynamoDB says why. */
        record Refused(String error, Map<String, ?> details) implements Fault {}
    }

    /** A transaction that is cancelled, with the code of each of its items. */
    static Fault cancelled(String... codes) {
        return cancelledFor(Arrays.stream(codes).map(code -> Map.of("Code", code)).toList());
    }

    static Fault cancelledFor(List<? extends Map<String, ?>> reasons) {
        return new Fault.Refused(
                "TransactionCanceledException", Map.of("CancellationReasons", reasons));
    }

    /** What somebody else writes between a read and the write that builds on it. */
    static Fault meanwhile(Runnable other) {
        return new Fault.Meanwhile(other);
    }

    /** A single write that met a transaction. */
    static Fault conflict() {
        return new Fault.Refused("TransactionConflictException", Map.of());
    }

    /** What the next writes meet, one each; those behind them pass. Forgets all before. */
    void disturb(Fault... next) {
        faults.clear();
        writes.set(0);
        faults.addAll(List.of(next));
    }

    /** Writes that were sent since the last disturbance, the SDK's own repeats among them. */
    int writes() {
        return writes.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return isWrite(request) ? write(request) : pass(request);
            }

            @Override
            public void abort() {
                // A call is short; it ends by itself.
            }
        };
    }

    private HttpExecuteResponse write(HttpExecuteRequest request) throws IOException {
        writes.incrementAndGet();
        return switch (faults.poll()) {
            case null -> pass(request);
            case Fault.LostReply() -> {
                pass(request);
                throw new IOException("the connection was reset");
            }
            case Fault.Meanwhile(var other) -> {
                other.run();
                yield pass(request);
            }
            case Fault.Refused refused -> answer(refused);
        };
    }

    private HttpExecuteResponse pass(HttpExecuteRequest request) throws IOException {
        return http.prepareRequest(request).call();
    }

    private static boolean isWrite(HttpExecuteRequest request) {
        var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
        return WRITES.contains(target.substring(target.indexOf('.') + 1));
    }

    private static HttpExecuteResponse answer(Fault.Refused refused) {
        var body = new HashMap<String, Object>(refused.details());
        body.put("__type", "com.amazonaws.dynamodb.v20120810#" + refused.error());
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(400).build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(Json.bytes(body))))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
