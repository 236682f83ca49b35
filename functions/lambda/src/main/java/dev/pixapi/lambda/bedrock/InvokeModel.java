package dev.pixapi.lambda.bedrock;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bedrock's operation InvokeModel as a signed request (Signature Version 4).
 *
 * @param base without a path
 */
public record InvokeModel(URI base, String region, Supplier<AwsCredentialsProvider> credentials) {
    /** The HTTP client sets these itself, to the same values. */
    private static final Set<String> CLIENTS_OWN = Set.of("host", "content-length");

    public InvokeModel {
        base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    /**
     * @throws software.amazon.awssdk.core.exception.SdkException when there are no credentials
     */
    HttpRequest request(String model, byte[] body, Instant now) {
        var url = URI.create(base + "/model/" + encoded(model) + "/invoke");
        var request = HttpRequest.newBuilder(url).POST(publisher(body));
        signed(url, body, now)
                .forEachHeader(
                        (name, values) -> {
                            if (!CLIENTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        return request.build();
    }

    /**
     * The path is encoded once on the way and twice in what is signed, as the signer's standard is.
     */
    private SdkHttpRequest signed(URI url, byte[] body, Instant now) {
        var request =
                SdkHttpRequest.builder()
                        .uri(url)
                        .method(SdkHttpMethod.POST)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Accept", "application/json")
                        .build();
        return AwsV4HttpSigner.create()
                .sign(
                        sign ->
                                sign.request(request)
                                        .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                                        .identity(credentials.get().resolveCredentials())
                                        .putProperty(
                                                AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                        .putProperty(
                                                AwsV4HttpSigner.SIGNING_CLOCK,
                                                Clock.fixed(now, ZoneOffset.UTC)))
                .request();
    }

    /** A model's name has a colon. */
    private static String encoded(String model) {
        return URLEncoder.encode(model, StandardCharsets.UTF_8);
    }

    /**
     * Sent from where it lies: the publisher of byte arrays would copy it for each of ten calls.
     */
    private static BodyPublisher publisher(byte[] body) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), body.length);
    }
}
