package dev.pixapi.provider.openai;

import dev.pixapi.json.Json;
import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

/**
 * OpenAI's image API, and whatever else speaks it.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/images/create">Create image</a>
 */
public final class OpenAiProvider implements ImageProvider {
    /** Ten images of 4096 x 4096 in base64 stay below. */
    private static final long LARGEST_ANSWER = 256L * 1024 * 1024;

    private final OpenAiSettings settings;

    public OpenAiProvider(OpenAiSettings settings) {
        this.settings = settings;
    }

    /**
     * Each paid call has a connection of its own. A kept one may have died while its Lambda
     * function was frozen; that shows as a reset, which cannot be told from a call that was read
     * and paid.
     */
    @Override
    public ProviderOutcome generate(ProviderCall call) throws InterruptedException {
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectTimeout())
                        .build();
        try {
            return OpenAiAnswer.read(send(client, call));
        } catch (ExecutionException failure) {
            return outcome(failure.getCause());
        } catch (TimeoutException _) {
            return new Unknown("no whole answer after " + call.timeout());
        } finally {
            client.shutdownNow();
        }
    }

    private HttpResponse<byte[]> send(HttpClient client, ProviderCall call)
            throws InterruptedException, ExecutionException, TimeoutException {
        var request =
                HttpRequest.newBuilder(URI.create(settings.base() + "/images/generations"))
                        .header("Authorization", "Bearer " + settings.key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(OpenAiBody.of(call))))
                        .build();
        var answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        // The client's own timeout ends with the headers; this one spans the body too.
        return answer.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
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
}
