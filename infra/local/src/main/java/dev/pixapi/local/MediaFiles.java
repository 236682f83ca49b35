package dev.pixapi.local;

import com.sun.net.httpserver.HttpExchange;

import dev.pixapi.api.Reply;
import dev.pixapi.lambda.blueprint.MediaHeaders;
import dev.pixapi.local.ByteRange.Unsatisfiable;
import dev.pixapi.local.Preconditions.Validators;
import dev.pixapi.media.MediaFolder;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Serves images as the CDN does: those of the public folder, by their whole name, with ranges and
 * conditions, and nothing else. What is absent is a 404 here; the CDN, which may not list the
 * bucket, says 403.
 */
record MediaFiles(S3Client s3, String bucket) {
    static final String PATH = "/media/";

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final byte[] NO_BODY = {};

    /** The form that HTTP has for dates; Java's own of RFC 1123 writes a day of one digit. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    Reply read(HttpExchange exchange) {
        var key = exchange.getRequestURI().getPath().substring(PATH.length());
        var method = exchange.getRequestMethod();
        if (!MediaFolder.IMAGES.has(key) || !(method.equals("GET") || method.equals("HEAD"))) {
            return absent();
        }
        try {
            var found = s3.headObject(head -> head.bucket(bucket).key(key));
            return read(exchange, key, found);
        } catch (S3Exception refused) {
            if (refused.statusCode() >= 500) {
                throw refused;
            }
            return absent();
        }
    }

    private Reply read(HttpExchange exchange, String key, HeadObjectResponse found) {
        var conditions = new Preconditions(exchange.getRequestHeaders());
        var validators = new Validators(found.eTag(), found.lastModified());
        var headers = headers(found);
        return switch (conditions.verdict(validators)) {
            case NOT_MODIFIED -> new Reply(NOT_MODIFIED, headers, NO_BODY);
            case FAILED -> refusal(PRECONDITION_FAILED, "A precondition does not hold.\n");
            case SEND ->
                    exchange.getRequestMethod().equals("HEAD")
                            ? new Reply(OK, headers, NO_BODY).with("content-length", length(found))
                            : body(key, found, conditions.range(validators));
        };
    }

    private Reply body(String key, HeadObjectResponse found, Optional<String> asked) {
        var headers = headers(found);
        var length = found.contentLength();
        try {
            var range =
                    asked.isEmpty()
                            ? Optional.<ByteRange>empty()
                            : ByteRange.of(asked.get(), length);
            var whole = get(key, found.eTag());
            if (range.isEmpty()) {
                return new Reply(OK, headers, bytes(whole.build()));
            }
            var part = range.get();
            return new Reply(PARTIAL_CONTENT, headers, bytes(whole.range(part.header()).build()))
                    .with("content-range", part.contentRange(length));
        } catch (Unsatisfiable _) {
            return refusal(RANGE_NOT_SATISFIABLE, "The image has no such bytes.\n")
                    .with("content-range", "bytes */" + length);
        }
    }

    /** The version that the headers are of. */
    private GetObjectRequest.Builder get(String key, String entityTag) {
        return GetObjectRequest.builder().bucket(bucket).key(key).ifMatch(entityTag);
    }

    private byte[] bytes(GetObjectRequest get) {
        return s3.getObjectAsBytes(get).asByteArrayUnsafe();
    }

    private static Map<String, String> headers(HeadObjectResponse found) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", found.contentType());
        headers.put("cache-control", found.cacheControl());
        headers.put("etag", found.eTag());
        headers.put("last-modified", httpDate(found.lastModified()));
        headers.put("accept-ranges", "bytes");
        headers.putAll(MediaHeaders.all());
        return headers;
    }

    private static String length(HeadObjectResponse found) {
        return String.valueOf(found.contentLength());
    }

    static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
    }

    private static Reply absent() {
        return refusal(404, "There is no such image.\n");
    }

    private static Reply refusal(int status, String text) {
        var headers = MediaHeaders.all();
        headers.put("content-type", "text/plain; charset=utf-8");
        return new Reply(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }
}
