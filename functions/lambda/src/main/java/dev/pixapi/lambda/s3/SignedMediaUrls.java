package dev.pixapi.lambda.s3;

import dev.pixapi.media.MediaUrls;

import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** URLs of the private bucket that work for a while. Signing costs no call. */
public final class SignedMediaUrls implements MediaUrls {
    private final Supplier<S3Presigner> signer;
    private final Supplier<String> bucket;
    private final Duration life;

    public SignedMediaUrls(Supplier<S3Presigner> signer, Supplier<String> bucket, Duration life) {
        this.signer = signer;
        this.bucket = bucket;
        this.life = life;
    }

    @Override
    public URI of(String key) {
        var signed =
                signer.get()
                        .presignGetObject(
                                presign ->
                                        presign.signatureDuration(life)
                                                .getObjectRequest(
                                                        get -> get.bucket(bucket.get()).key(key)));
        return URI.create(signed.url().toString());
    }

    /**
     * Whether its signature still counts is for S3 to say: such a URL is fetched like any other.
     */
    @Override
    public Optional<String> keyOf(String url) {
        return Optional.empty();
    }
}
