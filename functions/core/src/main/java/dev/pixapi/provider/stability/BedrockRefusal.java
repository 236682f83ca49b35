package dev.pixapi.provider.stability;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.provider.RefusalStatus;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the errors of Amazon Bedrock itself: a type in a header, and a message.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">
 *     InvokeModel</a>
 */
final class BedrockRefusal {
    /** Of 400s that are the operator's to mend, or Bedrock's. */
    private static final Set<String> OPERATORS =
            Set.of(
                    "ServiceQuotaExceededException",
                    "AccessDeniedException",
                    "ResourceNotFoundException",
                    "ThrottlingException",
                    "UnrecognizedClientException",
                    "ExpiredTokenException");

    /** Words of a ValidationException that is not about what the caller sent. */
    private static final Set<String> OF_OUR_NAMES =
            Set.of("model identifier", "on-demand throughput", "end of its life");

    private BedrockRefusal() {}

    static ProviderOutcome of(HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        var type = type(answer);
        var label = status + " " + type;
        if (RefusalStatus.isTimeout(status)) {
            return new Unknown(label);
        }
        if (!RefusalStatus.isOfTheRequest(status)) {
            return new Unavailable(RefusalStatus.isFree(status), label);
        }
        return OPERATORS.contains(type) || isOfOurNames(answer)
                ? new Unavailable(true, label)
                : new NotAccepted(Optional.empty());
    }

    /** {@code ThrottlingException:http://internal.amazon.com/…} is a form that services use. */
    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("x-amzn-errortype").orElse("").replaceFirst(":.*", "");
    }

    private static boolean isOfOurNames(HttpResponse<byte[]> answer) {
        try {
            var message = String.valueOf(Json.object(answer.body()).get("message"));
            return OF_OUR_NAMES.stream().anyMatch(message::contains);
        } catch (MalformedJson _) {
            return false;
        }
    }
}
