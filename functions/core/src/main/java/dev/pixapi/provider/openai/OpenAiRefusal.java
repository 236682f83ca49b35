package dev.pixapi.provider.openai;

import static dev.pixapi.provider.openai.OpenAiAnswer.text;

import dev.pixapi.json.Fields;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.provider.RefusalStatus;

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
        return RefusalStatus.isOfTheRequest(status)
                ? new NotAccepted(known(parameter))
                : notDone(status, code);
    }

    /** Of an answer without an error object; gateways have words of their own for a large body. */
    static ProviderOutcome unexplained(int status) {
        return status == RefusalStatus.TOO_LARGE
                ? new NotAccepted(Optional.empty())
                : notDone(status, "no error object");
    }

    private static ProviderOutcome notDone(int status, String code) {
        return RefusalStatus.isTimeout(status)
                ? new Unknown(status + " of a gateway")
                : new Unavailable(RefusalStatus.isFree(status), status + " " + code);
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
