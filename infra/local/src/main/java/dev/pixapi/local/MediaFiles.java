package dev.pixapi.local;

import com.sun.net.httpserver.HttpExchange;

import dev.pixapi.api.Reply;
import dev.pixapi.task.MediaKeys;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Serves images as the CDN does: those below the public prefix, by their whole name, and nothing
 * else.
 */
record MediaFiles(S3Client s3, String bucket) {
    static final String PATH = "/media/";

    Reply read(HttpExchange exchange) {
        var key = exchange.getRequestURI().getPath().substring(PATH.length());
        var method = exchange.getRequestMethod();
        if (!key.startsWith(MediaKeys.PUBLIC_PREFIX)
                || !(method.equals("GET") || method.equals("HEAD"))) {
            return absent();
        }
        try {
            var found = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
            var headers = new LinkedHashMap<String, String>();
            headers.put("content-type", found.response().contentType());
            headers.put("cache-control", found.response().cacheControl());
            headers.put("etag", found.response().eTag());
            headers.put("x-content-type-options", "nosniff");
            return new Reply(200, headers, found.asByteArrayUnsafe());
        } catch (S3Exception refused) {
            if (refused.statusCode() >= 500) {
                throw refused;
            }
            return absent();
        }
    }

    private static Reply absent() {
        return new Reply(
                404,
                Map.of("content-type", "text/plain; charset=utf-8"),
                "There is no such image.\n".getBytes(StandardCharsets.UTF_8));
    }
}
