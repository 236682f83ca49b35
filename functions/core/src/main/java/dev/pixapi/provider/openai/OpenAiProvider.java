package dev.pixapi.provider.openai;

import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.PaidRequest;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;

import java.net.URI;
import java.net.http.HttpRequest;

/**
 * OpenAI's image API, and whatever else speaks it, as Azure does.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/images">Images</a>
 */
public final class OpenAiProvider implements ImageProvider {
    private final OpenAiSettings settings;

    public OpenAiProvider(OpenAiSettings settings) {
        this.settings = settings;
    }

    @Override
    public ProviderOutcome generate(ProviderCall call) throws InterruptedException {
        return new PaidRequest(settings.connectTimeout())
                .send(call, request(OpenAiBody.of(call)), OpenAiAnswer::read);
    }

    private HttpRequest request(OpenAiBody body) {
        return HttpRequest.newBuilder(URI.create(settings.base() + body.path()))
                .header(settings.header(), settings.credential())
                .header("Content-Type", body.contentType())
                .POST(body.publisher())
                .build();
    }
}
