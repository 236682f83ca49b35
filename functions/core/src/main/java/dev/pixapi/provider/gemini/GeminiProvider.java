package dev.pixapi.provider.gemini;

import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.PaidRequest;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.Singles;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * Google's Gemini API. A call makes one image, so several images are several calls.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/image-generation">Image generation</a>
 */
public final class GeminiProvider implements ImageProvider {
    /** An image of 4096 x 4096 in base64, and the drafts that a model thinks with. */
    private static final long LARGEST_ANSWER = 96L * 1024 * 1024;

    private final GeminiSettings settings;

    public GeminiProvider(GeminiSettings settings) {
        this.settings = settings;
    }

    @Override
    public ProviderOutcome generate(ProviderCall call) throws InterruptedException {
        return Singles.generate(call, this::one);
    }

    /**
     * Asks once more where the model says that it made no image: it may the next time. Only in the
     * first half of the call's time: with less, the second request might be paid and given up.
     */
    private ProviderOutcome one(ProviderCall call) throws InterruptedException {
        var end = call.journal().now().plus(call.timeout());
        var first = send(call);
        var left = Duration.between(call.journal().now(), end);
        return isWithoutImage(first) && left.multipliedBy(2).compareTo(call.timeout()) >= 0
                ? settled(send(call.within(left)))
                : settled(first);
    }

    private ProviderOutcome send(ProviderCall call) throws InterruptedException {
        return new PaidRequest(settings.connectTimeout(), LARGEST_ANSWER)
                .exchange(call, request(call), GeminiAnswer::read);
    }

    private HttpRequest request(ProviderCall call) {
        var model = settings.base() + "/models/" + call.route().model();
        return HttpRequest.newBuilder(URI.create(model + ":generateContent"))
                .header("x-goog-api-key", settings.key())
                .header("Content-Type", "application/json")
                .POST(GeminiBody.of(call))
                .build();
    }

    private static boolean isWithoutImage(ProviderOutcome outcome) {
        return outcome instanceof Images images && images.images().isEmpty();
    }

    /** Why no image came, when none did. */
    private static ProviderOutcome settled(ProviderOutcome outcome) {
        return outcome instanceof Images(var images, _, _, var missing) && images.isEmpty()
                ? missing.getFirst()
                : outcome;
    }
}
