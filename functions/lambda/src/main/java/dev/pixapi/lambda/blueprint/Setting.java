package dev.pixapi.lambda.blueprint;

import java.util.List;

/**
 * Everything that can be set from outside, by its environment variable. Resources have variables of
 * their own; see {@link Resource#environmentVariable}.
 */
public enum Setting {
    PIXAPI_LEASE_SECONDS("60", "how long a runner has a task without a sign of life (at most 900)"),
    PIXAPI_HEARTBEAT_SECONDS("20", "how often a runner gives one; at most half the lease"),
    PIXAPI_MAX_ATTEMPTS("2", "how often a task may be paid for when its runners die (1 to 5)"),
    PIXAPI_DEADLINE_SECONDS("3600", "after which a task is failed, whatever became of it"),
    PIXAPI_RESEND_SECONDS("30", "after which a task that nobody took up is sent again"),
    PIXAPI_PROVIDER_TIMEOUT_SECONDS(
            "230", "of all calls of a run to providers, together (at most 240)"),
    PIXAPI_CONNECT_TIMEOUT_SECONDS("5", "to reach a provider (at most 30)"),
    PIXAPI_STREAMING("on", "'off' where the front buffers answers (sam local, emulators)"),
    PIXAPI_MEDIA_URL(
            "", "what stands before an image's name in a URL; empty signs URLs of the bucket"),
    PIXAPI_MEDIA_URL_SECONDS("3600", "how long a signed URL works (60 to 604800)"),
    PIXAPI_CATALOG("", "an operator's own catalogue, a file; empty for the one in the jar"),
    PIXAPI_METRICS_NAMESPACE("", "the metrics' namespace in CloudWatch; empty writes none"),
    OPENAI_API_KEY("", "reaches OpenAI's models for live keys; on AWS it stands in the secret"),
    OPENAI_BASE_URL("", "where OpenAI's API is spoken; empty for OpenAI itself"),
    GEMINI_API_KEY("", "reaches Google's models for live keys; on AWS it stands in the secret"),
    GEMINI_BASE_URL("", "where Gemini's API is spoken; empty for Google itself"),
    AZURE_OPENAI_ENDPOINT("", "an Azure resource that has OpenAI's models deployed, as a URL"),
    AZURE_OPENAI_API_KEY("", "its key; on AWS both of Azure stand in the secret"),
    PIXAPI_BEDROCK_REGION("", "where Amazon Bedrock has Stability's models; empty for without"),
    PIXAPI_BEDROCK_URL("", "where Bedrock's API is spoken; empty for the region's own address");

    /** Those that may stand in the secret, and count before the environment's. */
    public static final List<Setting> IN_SECRET =
            List.of(
                    OPENAI_API_KEY,
                    OPENAI_BASE_URL,
                    GEMINI_API_KEY,
                    GEMINI_BASE_URL,
                    AZURE_OPENAI_ENDPOINT,
                    AZURE_OPENAI_API_KEY);

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** What holds when the variable is not set. */
    public String standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }
}
