package dev.pixapi.provider.openai;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;

import java.net.http.HttpResponse;
import java.util.Optional;

/** Reads what OpenAI and Azure answer. */
final class OpenAiAnswer {
    /** The field that holds an image. */
    private static final String IMAGE = "b64_json";

    private OpenAiAnswer() {}

    static ProviderOutcome read(HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        try {
            var body = new Fields(Json.withBytes(answer.body(), IMAGE));
            // Azure documents refusals in the form of an answer.
            return status == 200 && !(body.has("error") && !body.has("data"))
                    ? images(body)
                    : OpenAiRefusal.of(status, body.object("error"));
        } catch (MalformedJson | IllegalArgumentException _) {
            return status == 200
                    ? new Garbled("an answer that is not in the API's format")
                    : OpenAiRefusal.unexplained(status);
        }
    }

    private static ProviderOutcome images(Fields body) {
        var images = body.objects("data").stream().map(OpenAiAnswer::image).toList();
        return new Images(
                images,
                body.optionalString("quality"),
                body.has("usage") ? Optional.of(body.object("usage").values()) : Optional.empty());
    }

    private static ProviderImage image(Fields entry) {
        return ProviderImage.of(
                entry.values().get(IMAGE),
                Optional.of(text(entry, "revised_prompt")).filter(prompt -> !prompt.isEmpty()));
    }

    /** Servers that speak this format put numbers and nulls where OpenAI has texts. */
    static String text(Fields fields, String name) {
        return fields.values().get(name) instanceof String text ? text : "";
    }
}
