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
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Reads what OpenAI answers, success and refusal. */
final class OpenAiAnswer {
    private static final Set<String> MODERATION =
            Set.of("moderation_blocked", "content_policy_violation");

    /** Refusals that come as 400 and are the operator's to mend. */
    private static final Set<String> OPERATORS =
            Set.of("billing_hard_limit_reached", "insufficient_quota", "model_not_found");

    /** Parameters that a caller of ours can have sent. */
    private static final Set<String> PARAMETERS =
            Set.of(
                    "prompt",
                    "n",
                    "size",
                    "quality",
                    "background",
                    "output_format",
                    "output_compression",
                    "moderation",
                    "user");

    /**
     * What comes before the work: another address, a wrong key or name of ours, too many requests,
     * no capacity.
     */
    private static final Set<Integer> FREE =
            Set.of(301, 302, 303, 307, 308, 401, 403, 404, 429, 503);

    /** A gateway before the provider lost patience: the work may go on behind it, and be paid. */
    private static final Set<Integer> TIMED_OUT = Set.of(408, 504, 524);

    private OpenAiAnswer() {}

    static ProviderOutcome read(HttpResponse<byte[]> answer) {
        try {
            var body = new Fields(Json.object(answer.body()));
            return answer.statusCode() == 200 ? images(body) : refusal(answer.statusCode(), body);
        } catch (MalformedJson | IllegalArgumentException _) {
            return answer.statusCode() == 200
                    ? new Garbled("an answer that is not in the API's format")
                    : notDone(answer.statusCode(), "no error object");
        }
    }

    private static ProviderOutcome images(Fields body) {
        var images = body.objects("data").stream().map(OpenAiAnswer::image).toList();
        return new Images(
                images,
                body.optionalString("quality"),
                body.has("usage") ? Optional.of(body.object("usage").values()) : Optional.empty());
    }

    /** What is no base64 is no image either, and no reason to lose the one beside it. */
    private static ProviderImage image(Fields entry) {
        return new ProviderImage(
                decoded(text(entry, "b64_json")),
                Optional.of(text(entry, "revised_prompt")).filter(prompt -> !prompt.isEmpty()));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static ProviderOutcome refusal(int status, Fields body) {
        var error = body.object("error");
        var code = text(error, "code");
        if (MODERATION.contains(code)) {
            return new Rejected(false);
        }
        var parameter = text(error, "param");
        if (OPERATORS.contains(code) || parameter.equals("model")) {
            return new Unavailable(true, status + " " + code);
        }
        return status == 400 || status == 422
                ? new NotAccepted(Optional.of(parameter).filter(PARAMETERS::contains))
                : notDone(status, code);
    }

    private static ProviderOutcome notDone(int status, String code) {
        return TIMED_OUT.contains(status)
                ? new Unknown(status + " of a gateway")
                : new Unavailable(FREE.contains(status), status + " " + code);
    }

    /** Servers that speak this format put numbers and nulls where OpenAI has texts. */
    private static String text(Fields fields, String name) {
        return fields.values().get(name) instanceof String text ? text : "";
    }
}
