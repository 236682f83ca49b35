package dev.pixapi.provider.gemini;

import dev.pixapi.json.Fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gemini's count of tokens by OpenAI's names, which callers' SDKs read. Thoughts count as output,
 * as they are paid. A count that is absent, or no number, is 0: no image is lost for it.
 */
final class GeminiUsage {
    private GeminiUsage() {}

    static Optional<Map<String, Object>> of(Fields body) {
        return body.values().get("usageMetadata") instanceof Map<?, ?> counts
                ? Optional.of(usage(counts))
                : Optional.empty();
    }

    private static Map<String, Object> usage(Map<?, ?> counts) {
        var input = count(counts, "promptTokenCount");
        var output = count(counts, "candidatesTokenCount") + count(counts, "thoughtsTokenCount");
        var usage = new LinkedHashMap<String, Object>();
        usage.put("input_tokens", input);
        usage.put("input_tokens_details", details(input, counts.get("promptTokensDetails")));
        usage.put("output_tokens", output);
        usage.put("output_tokens_details", details(output, counts.get("candidatesTokensDetails")));
        usage.put("total_tokens", count(counts, "totalTokenCount"));
        return usage;
    }

    /** Images are counted apart; all else is text. */
    private static Map<String, Object> details(long tokens, Object modalities) {
        var list = modalities instanceof List<?> given ? given : List.of();
        var images =
                list.stream()
                        .mapToLong(
                                item ->
                                        item instanceof Map<?, ?> of
                                                        && "IMAGE".equals(of.get("modality"))
                                                ? count(of, "tokenCount")
                                                : 0)
                        .sum();
        var details = new LinkedHashMap<String, Object>();
        details.put("image_tokens", images);
        details.put("text_tokens", Math.max(0, tokens - images));
        return details;
    }

    private static long count(Map<?, ?> counts, String name) {
        return counts.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
