package dev.pixapi.provider.gemini;

import dev.pixapi.json.Fields;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.provider.RefusalStatus;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads Gemini's error object: {@code {"code": 429, "message": "…", "status": "RESOURCE_EXHAUSTED",
 * "details": [{"@type": "…ErrorInfo", "reason": "…"}]}}.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/troubleshooting">Error codes</a>
 */
final class GeminiRefusal {
    private GeminiRefusal() {}

    static ProviderOutcome read(int code, Fields error) {
        var status = error.values().get("status") instanceof String text ? text : "";
        if (!RefusalStatus.isOfTheRequest(code)) {
            return notDone(code, status);
        }
        return status.equals("FAILED_PRECONDITION") || isOfTheKey(error)
                ? new Unavailable(true, code + " " + status)
                : new NotAccepted(Optional.empty());
    }

    /** Of an answer that has no error object, as Google's front end has none for a large body. */
    static ProviderOutcome unexplained(int code) {
        return code == RefusalStatus.TOO_LARGE
                ? new NotAccepted(Optional.empty())
                : notDone(code, "no error object");
    }

    private static ProviderOutcome notDone(int code, String why) {
        return RefusalStatus.isTimeout(code)
                ? new Unknown(code + " " + why)
                : new Unavailable(RefusalStatus.isFree(code), code + " " + why);
    }

    /** A wrong key is refused as an invalid argument: ours, and none of the caller's. */
    private static boolean isOfTheKey(Fields error) {
        var reasons =
                error.objects("details").stream().map(detail -> detail.values().get("reason"));
        return reasons.anyMatch(reason -> String.valueOf(reason).startsWith("API_KEY_"))
                || String.valueOf(error.values().get("message"))
                        .toLowerCase(Locale.ROOT)
                        .startsWith("api key");
    }
}
