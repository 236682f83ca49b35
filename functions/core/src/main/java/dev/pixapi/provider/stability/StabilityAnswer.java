package dev.pixapi.provider.stability;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a model of Stability answers on Bedrock: {@code {"seeds": […], "finish_reasons":
 * [null], "images": ["base64"]}}. A refusal of the model's own comes with status 200.
 */
public final class StabilityAnswer {
    private static final String FILTERED = "Filter reason:";
    private static final String OUTPUT = "output";

    private StabilityAnswer() {}

    public static ProviderOutcome read(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            return BedrockRefusal.of(answer);
        }
        try {
            return outcome(Json.object(answer.body()));
        } catch (MalformedJson _) {
            return new Garbled("an answer that is not in the API's format");
        }
    }

    private static ProviderOutcome outcome(Map<String, Object> body) {
        var reason = texts(body, "finish_reasons").stream().findFirst();
        if (reason.isPresent()) {
            return finished(reason.get());
        }
        var images =
                texts(body, "images").stream()
                        .map(base64 -> ProviderImage.of(base64, Optional.empty()))
                        .toList();
        return images.isEmpty()
                ? new Garbled("no image and no reason")
                : new Images(images, Optional.empty(), Optional.empty());
    }

    private static ProviderOutcome finished(String reason) {
        return reason.startsWith(FILTERED)
                ? new Rejected(reason.contains(OUTPUT))
                : new Unavailable(false, reason);
    }

    /** Without the nulls, which say that nothing was wrong. */
    private static List<String> texts(Map<String, Object> body, String name) {
        return body.get(name) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }
}
