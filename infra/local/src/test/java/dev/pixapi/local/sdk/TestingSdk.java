package dev.pixapi.local.sdk;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.Sleeper;
import com.openai.models.images.ImageGenerateParams;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * OpenAI's Java SDK as its users have it, pointed here by base URL and key; with its own rules for
 * retries, but without their waits.
 */
final class TestingSdk implements AutoCloseable {
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final RecordedWaits waits = new RecordedWaits();
    private final OpenAIClient client;

    TestingSdk(URI url, String key) {
        this.client =
                OpenAIOkHttpClient.builder()
                        .baseUrl(url + "/v1")
                        .apiKey(key)
                        .addInterceptor(
                                chain -> {
                                    var response = chain.proceed(chain.request());
                                    statuses.add(response.code());
                                    return response;
                                })
                        .sleeper(waits)
                        .build();
    }

    /** The cheapest order: one credit, 1024 x 1024. */
    static ImageGenerateParams.Builder order(String prompt) {
        return ImageGenerateParams.builder()
                .model("gpt-image-2")
                .prompt(prompt)
                .size(ImageGenerateParams.Size._1024X1024)
                .quality(ImageGenerateParams.Quality.LOW);
    }

    OpenAIClient client() {
        return client;
    }

    /** The HTTP status of each request that was made, in turn. */
    List<Integer> statuses() {
        return statuses;
    }

    /** How long the SDK meant to wait before each retry. */
    List<Duration> waits() {
        return waits.recorded;
    }

    @Override
    public void close() {
        client.close();
    }

    private static final class RecordedWaits implements Sleeper {
        private final List<Duration> recorded = new CopyOnWriteArrayList<>();

        @Override
        public void sleep(Duration duration) {
            recorded.add(duration);
        }

        @Override
        public CompletableFuture<Void> sleepAsync(Duration duration) {
            recorded.add(duration);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
