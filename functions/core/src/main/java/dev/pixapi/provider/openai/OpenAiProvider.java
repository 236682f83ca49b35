package dev.pixapi.provider.openai;

import dev.pixapi.json.Json;
import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.PaidRequest;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * OpenAI's image API, and whatever else speaks it.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/images/create">Create image</a>
 */
public final class OpenAiProvider implements ImageProvider {
    private final OpenAiSettings settings;

    public OpenAiProvider(OpenAiSettings settings) {
        this.settings = settings;
    }

    @Override
    public ProviderOutcome generate(ProviderCall call) throws InterruptedException {
        return new PaidRequest(settings.connectTimeout())
                .send(call, request(call), OpenAiAnswer::read);
    }

    private HttpRequest request(ProviderCall call) {
        return HttpRequest.newBuilder(URI.create(settings.base() + "/images/generations"))
                .header(settings.header(), settings.credential())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(OpenAiBody.of(call))))
                .build();
    }
}
