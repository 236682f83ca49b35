package dev.pixapi.provider.gemini;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.provider.PaidRequest.Answered;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what Gemini answers. That its safety rules hold something back is no error there: such an
 * answer is 200, has no image, and says why.
 */
final class GeminiAnswer {
    /** Why a candidate ended that was held back. */
    private static final Set<String> HELD_BACK =
            Set.of(
                    "SAFETY",
                    "IMAGE_SAFETY",
                    "PROHIBITED_CONTENT",
                    "IMAGE_PROHIBITED_CONTENT",
                    "RECITATION",
                    "IMAGE_RECITATION",
                    "BLOCKLIST",
                    "SPII");

    /** The field that holds an image. */
    private static final String DATA = "data";

    /** The reason of a blocked prompt that in truth is one of what was made from it. */
    private static final String OUTPUT = "IMAGE_SAFETY";

    private GeminiAnswer() {}

    static Answered read(HttpResponse<byte[]> answer) {
        try {
            var body = new Fields(Json.withBytes(answer.body(), DATA));
            var outcome =
                    answer.statusCode() == 200
                            ? made(body)
                            : GeminiRefusal.read(answer.statusCode(), body.object("error"));
            return new Answered(outcome, text(body, "responseId").filter(id -> !id.isEmpty()));
        } catch (MalformedJson | IllegalArgumentException _) {
            var outcome =
                    answer.statusCode() == 200
                            ? new Garbled("an answer that is not in the API's format")
                            : GeminiRefusal.unexplained(answer.statusCode());
            return new Answered(outcome, Optional.empty());
        }
    }

    private static ProviderOutcome made(Fields body) {
        var candidates = body.objects("candidates");
        var images = candidates.stream().flatMap(GeminiAnswer::images).toList();
        if (!images.isEmpty()) {
            return new Images(images, Optional.empty(), GeminiUsage.of(body));
        }
        var blocked = reason(body, "promptFeedback", "blockReason");
        if (blocked.isPresent()) {
            return new Rejected(blocked.get().equals(OUTPUT));
        }
        var ends = candidates.stream().flatMap(c -> text(c, "finishReason").stream()).toList();
        return ends.stream().anyMatch(HELD_BACK::contains)
                ? new Rejected(true)
                : noImage(ends.isEmpty() ? "no candidate" : ends.getFirst());
    }

    /** What the caller may ask for once more. */
    private static Images noImage(String why) {
        return new Images(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Unavailable(false, "no image: " + why)));
    }

    /** Drafts of a model that thinks come as well, and are none of the answer. */
    private static Stream<ProviderImage> images(Fields candidate) {
        return candidate.has("content")
                ? candidate.object("content").objects("parts").stream()
                        .filter(part -> !part.flag("thought", false))
                        .filter(part -> part.has("inlineData"))
                        .map(part -> part.object("inlineData").values().get(DATA))
                        .map(data -> ProviderImage.of(data, Optional.empty()))
                : Stream.empty();
    }

    private static Optional<String> reason(Fields body, String object, String name) {
        return body.has(object) ? text(body.object(object), name) : Optional.empty();
    }

    private static Optional<String> text(Fields fields, String name) {
        return fields.values().get(name) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
