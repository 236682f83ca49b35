package dev.pixapi.provider.stability;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.InputImage;
import dev.pixapi.json.Json;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as Stability's models want it: one image, of an aspect ratio. An edit is "image to
 * image", and keeps the shape of its image.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html">
 *     Stable Diffusion 3.5 Large</a>
 */
public final class StabilityBody {
    /** Of one call of Bedrock's InvokeModel. */
    private static final int LARGEST = 25_000_000;

    /**
     * How much of an edited image may change: 0 returns it as it is, 1 forgets it. It shows what
     * the prompt asks for, and still shows what it was.
     */
    private static final double STRENGTH = 0.7;

    private StabilityBody() {}

    /** What the models cannot take; known before a call is made. */
    public static Optional<ProviderOutcome> refusal(byte[] body) {
        return body.length > LARGEST
                ? Optional.of(new NotAccepted(Optional.of("image")))
                : Optional.empty();
    }

    /** JSON, whatever the number of images that the call asks for. */
    public static byte[] of(ProviderCall call) {
        var body = new LinkedHashMap<String, Object>();
        body.put("prompt", call.image().prompt());
        call.inputs().images().stream()
                .findFirst()
                .ifPresentOrElse(
                        input -> body.putAll(from(input)),
                        () -> ratio(call).ifPresent(r -> body.put("aspect_ratio", r)));
        body.put("output_format", format(call).wireName());
        return Json.bytes(body);
    }

    private static Map<String, Object> from(InputImage input) {
        return Map.of(
                "mode",
                "image-to-image",
                "image",
                Base64.getEncoder().encodeToString(input.bytes()),
                "strength",
                STRENGTH);
    }

    private static Optional<String> ratio(ProviderCall call) {
        return call.image().size().ratio().map(Object::toString);
    }

    private static ImageFormat format(ProviderCall call) {
        var asked = call.image().output().formatOrPng();
        return call.route().can().formats().contains(asked) ? asked : ImageFormat.PNG;
    }
}
