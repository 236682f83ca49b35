package dev.pixapi.local.upstream;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.embedded.EmbeddedServers;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The double as Amazon Bedrock with Stability's models: one image a call. */
public final class Bedrock {
    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG";
    static final String TOKEN = "session-token";
    static final String REGION = "us-west-2";

    private static final Set<String> PARAMETERS =
            Set.of("prompt", "aspect_ratio", "mode", "image", "strength", "seed", "output_format");

    /** A colon in a path is encoded, as AWS's own clients do it. */
    private static final Pattern LINE =
            Pattern.compile("POST /model/stability\\.[a-z0-9.-]+%3A[0-9]/invoke HTTP/1.1");

    private Bedrock() {}

    /**
     * Settings that lead a system here.
     *
     * @param more names and values in turn
     */
    public static Map<String, String> settings(UpstreamDouble upstream, String... more) {
        var settings = new HashMap<String, String>();
        settings.put("PIXAPI_BEDROCK_REGION", REGION);
        settings.put("PIXAPI_BEDROCK_URL", upstream.origin());
        for (var i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** A system whose functions have a role. */
    static AwsClients clients(EmbeddedServers servers) {
        var role = AwsSessionCredentials.create(KEY_ID, SECRET_KEY, TOKEN);
        return clients(servers, StaticCredentialsProvider.create(role));
    }

    /** A system on a machine whose owner has no credentials. */
    static AwsClients withoutRole(EmbeddedServers servers) {
        return clients(
                servers,
                () -> {
                    throw SdkClientException.create(UpstreamAnswer.SECRET);
                });
    }

    private static AwsClients clients(EmbeddedServers servers, AwsCredentialsProvider role) {
        var plain = LocalSystem.clients(servers);
        return new AwsClients(
                plain.dynamoDb(),
                plain.s3(),
                plain.signer(),
                plain.sqs(),
                plain.secrets(),
                () -> role);
    }

    static Behaviour asAsked() {
        return signedWith(SECRET_KEY);
    }

    /** As asked, by whoever has this secret. */
    public static Behaviour signedWith(String secretKey) {
        return exchange -> exchange.answer(whole(exchange.request(), secretKey));
    }

    /** An answer of the right form with these texts for images. */
    static Behaviour images(String... base64) {
        return Misbehaviours.answers(answer(Arrays.asList((String) null), List.of(base64)));
    }

    /** A refusal of the model's own, which comes as success. */
    static Behaviour finishes(String reason) {
        return Misbehaviours.answers(answer(List.of(reason), List.of()));
    }

    /** A refusal of Bedrock's. */
    static Behaviour refuses(int status, String type) {
        return refuses(status, type, "This is for " + UpstreamAnswer.SECRET + " alone.");
    }

    static Behaviour refuses(int status, String type, String message) {
        return Misbehaviours.answers(refusal(status, type, message));
    }

    static UpstreamAnswer whole(UpstreamRequest request) {
        return whole(request, SECRET_KEY);
    }

    private static UpstreamAnswer whole(UpstreamRequest request, String secretKey) {
        var asked = request.json();
        if (!LINE.matcher(request.line()).matches()) {
            return refusal(404, "ResourceNotFoundException", "no such path");
        }
        if (!Signature.of(request).isOf(request, secretKey)) {
            return refusal(403, "InvalidSignatureException", "the signature does not match");
        }
        if (!PARAMETERS.containsAll(asked.values().keySet()) || !isOfItsMode(asked)) {
            return refusal(400, "ValidationException", "Malformed input request");
        }
        var format = ImageFormat.named(asked.string("output_format")).orElseThrow();
        return answer(Arrays.asList((String) null), List.of(Images.drawn(size(asked), format)));
    }

    /** An image and a strength go with image-to-image, a ratio with text-to-image. */
    private static boolean isOfItsMode(Fields asked) {
        var edit = asked.optionalString("mode").orElse("text-to-image").equals("image-to-image");
        return edit == asked.has("image")
                && edit == asked.has("strength")
                && !(edit && asked.has("aspect_ratio"));
    }

    /** An edit keeps its image's size. */
    private static Dimensions size(Fields asked) {
        if (asked.has("image")) {
            var image = Base64.getDecoder().decode(asked.string("image"));
            return ImageInspector.inspect(image).orElseThrow().dimensions();
        }
        return asked.optionalString("aspect_ratio").orElse("1:1").equals("16:9")
                ? new Dimensions(1344, 768)
                : new Dimensions(1024, 1024);
    }

    private static UpstreamAnswer answer(List<String> reasons, List<String> images) {
        var body = new HashMap<String, Object>();
        body.put("seeds", List.of(2_130_420_379));
        body.put("finish_reasons", reasons);
        body.put("images", images);
        var answer = UpstreamAnswer.json(200, body);
        var headers = new HashMap<>(answer.headers());
        headers.remove("x-request-id");
        headers.put("x-amzn-requestid", "bedrock-request-1");
        return new UpstreamAnswer(200, headers, answer.body());
    }

    private static UpstreamAnswer refusal(int status, String type, String message) {
        return UpstreamAnswer.json(status, Map.of("message", message))
                .with("x-amzn-errortype", type + ":http://internal.amazon.com/coral/");
    }
}
