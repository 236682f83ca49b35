package dev.pixapi.lambda.priming;

import dev.pixapi.lambda.priming.PretendAws.Answer;

import software.amazon.awssdk.http.SdkHttpMethod;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** As much of S3 as a rehearsal needs: what was put can be read. */
final class PretendBucket {
    private static final byte[] NOTHING = new byte[0];
    private static final String ABSENT =
            "<Error><Code>NoSuchKey</Code><Message>absent</Message></Error>";
    private static final String NO_NAMES =
            "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

    private final Map<String, byte[]> objects = new HashMap<>();

    synchronized Answer answer(SdkHttpMethod method, String path, byte[] body) {
        return switch (method) {
            case PUT -> {
                objects.put(path, body);
                yield new Answer(200, NOTHING);
            }
            case GET -> read(path);
            case HEAD -> new Answer(objects.containsKey(path) ? 200 : 404, NOTHING);
            case POST, DELETE, PATCH, OPTIONS -> new Answer(204, NOTHING);
        };
    }

    /** Of the bucket itself it is a list, which has no names on it. */
    private Answer read(String path) {
        if (path.equals("/")) {
            return new Answer(200, NO_NAMES.getBytes(StandardCharsets.UTF_8));
        }
        return objects.containsKey(path)
                ? new Answer(200, objects.get(path))
                : new Answer(404, ABSENT.getBytes(StandardCharsets.UTF_8));
    }
}
