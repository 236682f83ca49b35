package dev.pixapi.provider;

import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import javax.net.ssl.SSLHandshakeException;

/**
 * Sends a request that costs money: once, with no retry, on a connection of its own. A kept
 * connection may have died while its Lambda function was frozen; that shows as a reset, which
 * cannot be told from a call that was read and paid.
 */
public final class PaidRequest {
    /** Ten images of 4096 x 4096 in base64 stay below. */
    private static final long LARGEST_ANSWER = 256L * 1024 * 1024;

    private static final List<String> REQUEST_IDS =
            List.of("x-request-id", "apim-request-id", "x-amzn-requestid", "x-goog-request-id");

    private final Duration connectTimeout;
    private final long largestAnswer;

    /** For answers of any size that a provider gives. */
    public PaidRequest(Duration connectTimeout) {
        this(connectTimeout, LARGEST_ANSWER);
    }

    /**
     * @param connectTimeout a connection that takes longer is a refusal known to be free
     * @param largestAnswer in bytes; of a larger one the outcome is unknown
     */
    public PaidRequest(Duration connectTimeout, long largestAnswer) {
        this.connectTimeout = connectTimeout;
        this.largestAnswer = largestAnswer;
    }

    /**
     * An answer as it was read.
     *
     * @param requestId the provider's own, where it stands in the body; one in a header comes first
     */
    public record Answered(ProviderOutcome outcome, Optional<String> requestId) {}

    /** As {@link #exchange}, where no request id stands in the body. */
    public ProviderOutcome send(
            ProviderCall call,
            HttpRequest request,
            Function<HttpResponse<byte[]>, ProviderOutcome> reader)
            throws InterruptedException {
        return exchange(
                call, request, answer -> new Answered(reader.apply(answer), Optional.empty()));
    }

    /** Sends within the call's timeout and notes the outcome in its journal. */
    public ProviderOutcome exchange(
            ProviderCall call, HttpRequest request, Function<HttpResponse<byte[]>, Answered> reader)
            throws InterruptedException {
        var began = call.journal().now();
        try {
            var answer = answer(request, call.timeout());
            var read = reader.apply(answer);
            return noted(call, read.outcome(), requestId(answer).or(read::requestId), began);
        } catch (ExecutionException failure) {
            return noted(call, outcome(failure.getCause()), Optional.empty(), began);
        } catch (TimeoutException _) {
            var late = new Unknown("no whole answer after " + call.timeout());
            return noted(call, late, Optional.empty(), began);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectTimeout)
                        .build();
        try {
            // The client's own timeout ends with the headers; this one spans the body too.
            return client.sendAsync(
                            request,
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), largestAnswer))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            client.shutdownNow();
        }
    }

    /** What failed before a byte of the request was sent is free; all else may have been paid. */
    private static ProviderOutcome outcome(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        var unsent =
                cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof UnresolvedAddressException
                        || cause instanceof SSLHandshakeException;
        var detail = cause.getClass().getSimpleName();
        return unsent ? new Unavailable(true, detail) : new Unknown(detail);
    }

    private static Optional<String> requestId(HttpResponse<?> answer) {
        return REQUEST_IDS.stream()
                .flatMap(n -> answer.headers().firstValue(n).stream())
                .findFirst();
    }

    private static ProviderOutcome noted(
            ProviderCall call, ProviderOutcome outcome, Optional<String> requestId, Instant began) {
        call.journal().add(call, outcome, requestId, began);
        return outcome;
    }
}
