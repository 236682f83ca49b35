package dev.pixapi.local.upstream;

import static dev.pixapi.local.upstream.Fault.outputRejected;
import static dev.pixapi.local.upstream.Fault.rejected;
import static dev.pixapi.local.upstream.Fault.unavailable;
import static dev.pixapi.local.upstream.Misbehaviours.answers;
import static dev.pixapi.local.upstream.Misbehaviours.refuses;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The table for generations at Azure, with the codes that are Azure's own. */
class AzureFaultsTest extends FaultTable {
    @Override
    Map<String, String> settings() {
        return upstream.azure("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30");
    }

    @Override
    String operation() {
        return "generations";
    }

    @Override
    Map<String, Object> order(int images) {
        return Caller.order(images);
    }

    @Override
    Stream<Fault> ownFaults() {
        var policy = Map.of("code", "ResponsibleAIPolicyViolation");
        return Stream.of(
                rejected("contentFilter", refuses(400, Map.of("code", "contentFilter"))),
                rejected("content_filter", refuses(400, Map.of("code", "content_filter"))),
                rejected("inner error", refuses(400, Map.of("inner_error", policy))),
                rejected("innererror", refuses(400, Map.of("innererror", policy))),
                rejected("an answer that is a refusal", answers(withCreated())),
                outputRejected("an image held back", refuses(400, heldBack())),
                unavailable("no deployment", refuses(404, Map.of("code", "DeploymentNotFound"))),
                unavailable(
                        "no such operation", refuses(400, Map.of("code", "OperationNotSupported"))),
                // Of the whole resource, whatever the prompt: the operator's.
                unavailable("blocked resource", refuses(403, Map.of("code", "Forbidden"))),
                unavailable(
                        "too fast",
                        answers(
                                UpstreamAnswer.refusal(429, Map.of("code", "429"))
                                        .with("retry-after", "17"))));
    }

    private static UpstreamAnswer withCreated() {
        var body = new HashMap<String, Object>();
        body.put("created", 1_698_435_368);
        body.put("error", Map.of("code", "contentFilter", "message", "Your task failed."));
        return UpstreamAnswer.json(200, body);
    }

    private static Map<String, Object> heldBack() {
        return Map.of(
                "code", "contentFilter", "message", "Generated image was filtered as a result.");
    }
}
