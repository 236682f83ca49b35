package dev.pixapi.provider.gemini;

import dev.pixapi.json.Fields;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Gemini's error object: {@code {"code": 429, "message": "…", "status": "RESOURCE_EXHAUSTED",
 * "details": [{"@type": "…ErrorInfo", "reason": "…"}]}}.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/troubleshooting">Error codes</a>
 */
final class GeminiRefusal {
    private static final int TOO_LARGE = 413;

    /** The request itself is at fault, or is too large. */
    private static final Set<Integer> NOT_ACCEPTED = Set.of(400, TOO_LARGE, 422);

    /**
     * What comes before the work: another address, a wrong key or name of ours, too many requests,
     * no capacity.
     */
    private static final Set<Integer> FREE =
            Set.of(301, 302, 303, 307, 308, 401, 403, 404, 429, 503);

    /** Somebody on the way lost patience: the work may go on, and be paid. */
    private static final Set<Integer> TIMED_OUT = Set.of(408, 499, 504, 524);

    private GeminiRefusal() {}

    static ProviderOutcome read(int code, Fields error) {
        var status = error.values().get("status") instanceof String text ? text : "";
        if (!NOT_ACCEPTED.contains(code)) {
            return notDone(code, status);
        }
        return status.equals("FAILED_PRECONDITION") || isOfTheKey(error)
                ? new Unavailable(true, code + " " + status)
                : new NotAccepted(Optional.empty());
    }

    /** Of an answer that has no error object, as Google's front end has none for a large body. */
    static ProviderOutcome unexplained(int code) {
        return code == TOO_LARGE
                ? new NotAccepted(Optional.empty())
                : notDone(code, "no error object");
    }

    private static ProviderOutcome notDone(int code, String why) {
        return TIMED_OUT.contains(code)
                ? new Unknown(code + " " + why)
                : new Unavailable(FREE.contains(code), code + " " + why);
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
