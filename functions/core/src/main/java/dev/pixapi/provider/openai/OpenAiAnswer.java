package dev.pixapi.provider.openai;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Reads what OpenAI answers, success and refusal. */
final class OpenAiAnswer {
    private static final Set<String> MODERATION =
            Set.of("moderation_blocked", "content_policy_violation");

    /** Parameters that a caller of ours can have sent. */
    private static final Set<String> PARAMETERS =
            Set.of("prompt", "n", "size", "quality", "background", "output_format", "moderation");

    private OpenAiAnswer() {}

    static ProviderOutcome read(HttpResponse<byte[]> answer) {
        try {
            var body = new Fields(Json.object(answer.body()));
            return answer.statusCode() == 200 ? images(body) : refusal(answer.statusCode(), body);
        } catch (MalformedJson | IllegalArgumentException _) {
            return answer.statusCode() == 200
                    ? new Garbled("an answer that is not in the API's format")
                    : unavailable(answer.statusCode(), "no error object");
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
        return new ProviderImage(
                Base64.getDecoder().decode(entry.string("b64_json")),
                entry.optionalString("revised_prompt"));
    }

    private static ProviderOutcome refusal(int status, Fields body) {
        var error = body.object("error");
        var code = error.optionalString("code").orElse("");
        if (MODERATION.contains(code)) {
            return new Rejected(false);
        }
        if (status == 400 || status == 422) {
            return new NotAccepted(error.optionalString("param").filter(PARAMETERS::contains));
        }
        return unavailable(status, code);
    }

    /**
     * 429 and 503 come before the work; 401, 403 and 404 are the operator's to mend, and did no
     * work.
     */
    private static Unavailable unavailable(int status, String code) {
        return new Unavailable(
                status != 500 && status != 502 && status != 504, status + " " + code);
    }
}
