package dev.pixapi.provider.openai;

import static dev.pixapi.provider.openai.OpenAiAnswer.text;

import dev.pixapi.json.Fields;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the error objects of OpenAI and Azure, which has codes of its own. */
final class OpenAiRefusal {
    private static final Set<String> MODERATION =
            Set.of(
                    "moderation_blocked",
                    "content_policy_violation",
                    "contentFilter",
                    "content_filter",
                    "ResponsibleAIPolicyViolation");

    /** How Azure's message begins where it made an image and held it back. */
    private static final String AZURE_OUTPUT = "Generated image";

    /** Refusals that come as 400 and are the operator's to mend. */
    private static final Set<String> OPERATORS =
            Set.of(
                    "billing_hard_limit_reached",
                    "insufficient_quota",
                    "model_not_found",
                    "DeploymentNotFound",
                    "OperationNotSupported");

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
                    "input_fidelity",
                    "image",
                    "mask",
                    "user");

    /**
     * What comes before the work: another address, a wrong key or name of ours, too many requests,
     * no capacity.
     */
    private static final Set<Integer> FREE =
            Set.of(301, 302, 303, 307, 308, 401, 403, 404, 429, 503);

    /** A gateway before the provider lost patience: the work may go on behind it, and be paid. */
    private static final Set<Integer> TIMED_OUT = Set.of(408, 504, 524);

    private static final int TOO_LARGE = 413;

    /** The request itself is at fault, or is too large. */
    private static final Set<Integer> OF_THE_REQUEST = Set.of(400, TOO_LARGE, 422);

    private OpenAiRefusal() {}

    static ProviderOutcome of(int status, Fields error) {
        var code = text(error, "code");
        if (MODERATION.contains(code) || MODERATION.contains(innerCode(error))) {
            return new Rejected(isOfOutput(error));
        }
        var parameter = text(error, "param");
        if (OPERATORS.contains(code) || parameter.equals("model")) {
            return new Unavailable(true, status + " " + code);
        }
        return OF_THE_REQUEST.contains(status)
                ? new NotAccepted(known(parameter))
                : notDone(status, code);
    }

    /** Of an answer without an error object; gateways have words of their own for a large body. */
    static ProviderOutcome unexplained(int status) {
        return status == TOO_LARGE
                ? new NotAccepted(Optional.empty())
                : notDone(status, "no error object");
    }

    private static ProviderOutcome notDone(int status, String code) {
        return TIMED_OUT.contains(status)
                ? new Unknown(status + " of a gateway")
                : new Unavailable(FREE.contains(status), status + " " + code);
    }

    /** An input image of several goes by {@code image[0]} there. */
    private static Optional<String> known(String parameter) {
        return Optional.of(parameter.replaceFirst("\\[.*", "")).filter(PARAMETERS::contains);
    }

    private static boolean isOfOutput(Fields error) {
        return text(inner(error, "moderation_details"), "moderation_stage").equals("output")
                || text(error, "message").startsWith(AZURE_OUTPUT);
    }

    /** Azure spells the name in two ways. */
    private static String innerCode(Fields error) {
        return text(inner(error, "innererror"), "code") + text(inner(error, "inner_error"), "code");
    }

    private static Fields inner(Fields error, String name) {
        return error.values().get(name) instanceof Map<?, ?> object
                ? Fields.of(object)
                : Fields.EMPTY;
    }
}
