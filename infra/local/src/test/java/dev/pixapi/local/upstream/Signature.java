package dev.pixapi.local.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS's Signature Version 4 as a server checks it, from what came over the wire.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed request</a>
 */
record Signature(String keyId, String scope, List<String> signedHeaders, String value) {
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\S+), SignedHeaders=(\\S+),"
                            + " Signature=(\\S+)");

    static Signature of(UpstreamRequest request) {
        var matcher = AUTHORIZATION.matcher(request.header("authorization"));
        if (!matcher.matches()) {
            throw new AssertionError("no signature: " + request.headers().keySet());
        }
        return new Signature(
                matcher.group(1),
                matcher.group(2),
                List.of(matcher.group(3).split(";")),
                matcher.group(4));
    }

    /** Whether this secret makes the same signature of the same request. */
    boolean isOf(UpstreamRequest request, String secret) {
        try {
            var text =
                    String.join(
                            "\n",
                            "AWS4-HMAC-SHA256",
                            request.header("x-amz-date"),
                            scope,
                            hash(canonical(request).getBytes(UTF_8)));
            var key = ("AWS4" + secret).getBytes(UTF_8);
            for (var part : scope.split("/", -1)) {
                key = mac(key, part);
            }
            return HexFormat.of().formatHex(mac(key, text)).equals(value);
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private String canonical(UpstreamRequest request) throws GeneralSecurityException {
        var line = request.line().split(" ", -1);
        var headers =
                signedHeaders.stream()
                        .map(name -> name + ":" + request.header(name) + "\n")
                        .collect(Collectors.joining());
        return String.join(
                "\n",
                line[0],
                encodedAgain(line[1]),
                "",
                headers,
                String.join(";", signedHeaders),
                hash(request.body()));
    }

    private static String encodedAgain(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> URLEncoder.encode(segment, UTF_8))
                .collect(Collectors.joining("/"));
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
