package dev.pixapi.lambda.s3;

import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.Upload;
import dev.pixapi.file.UploadSigner;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Signed PUTs to the private bucket. Length, type, checksum and {@code If-None-Match} are signed
 * headers: S3 refuses an upload with others, one whose bytes have another checksum, and a second
 * one. Signing costs no call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating
 *     requests by query parameters</a>
 */
public final class S3UploadSigner implements UploadSigner {
    private final Supplier<S3Presigner> signer;
    private final Supplier<String> bucket;

    public S3UploadSigner(Supplier<S3Presigner> signer, Supplier<String> bucket) {
        this.signer = signer;
        this.bucket = bucket;
    }

    @Override
    public Upload sign(String key, Declared declared, Duration life) {
        var put = put(key, declared);
        var signed =
                signer.get()
                        .presignPutObject(
                                presign -> presign.signatureDuration(life).putObjectRequest(put));
        var headers = new HashMap<String, String>();
        signed.signedHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        // Every client sends it by itself, as it stands in the URL.
        headers.remove("host");
        return new Upload(URI.create(signed.url().toString()), headers, signed.expiration());
    }

    private PutObjectRequest put(String key, Declared declared) {
        var checksum = HexFormat.of().parseHex(declared.sha256());
        return PutObjectRequest.builder()
                .bucket(bucket.get())
                .key(key)
                .contentLength(declared.bytes())
                .contentType(declared.format().mediaType())
                .checksumSHA256(Base64.getEncoder().encodeToString(checksum))
                .ifNoneMatch("*")
                .build();
    }
}
