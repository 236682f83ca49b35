package dev.pixapi.lambda.priming;

import dev.pixapi.lambda.priming.PretendAws.Answer;

import software.amazon.awssdk.http.SdkHttpRequest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** As much of S3 as a rehearsal needs: what was put can be read. */
final class PretendBucket {
    private static final byte[] NOTHING = new byte[0];
    private static final String ABSENT =
            "<Error><Code>NoSuchKey</Code><Message>absent</Message></Error>";
    private static final String DELETED = "<DeleteResult></DeleteResult>";

    private final Map<String, byte[]> objects = new HashMap<>();

    synchronized Answer answer(SdkHttpRequest request, byte[] body) {
        var path = request.encodedPath();
        return switch (request.method()) {
            case PUT -> {
                objects.put(path, body);
                yield new Answer(200, NOTHING);
            }
            case GET -> isList(request) ? list() : read(path);
            case HEAD -> new Answer(objects.containsKey(path) ? 200 : 404, NOTHING);
            case POST -> new Answer(200, DELETED.getBytes(StandardCharsets.UTF_8));
            case DELETE, PATCH, OPTIONS -> new Answer(204, NOTHING);
        };
    }

    private static boolean isList(SdkHttpRequest request) {
        return request.firstMatchingRawQueryParameter("list-type").isPresent();
    }

    private Answer read(String path) {
        return objects.containsKey(path)
                ? new Answer(200, objects.get(path))
                : new Answer(404, ABSENT.getBytes(StandardCharsets.UTF_8));
    }

    /** All names, whatever they should begin with. */
    private Answer list() {
        var names =
                objects.keySet().stream()
                        .map(path -> "<Contents><Key>" + path.substring(1) + "</Key></Contents>")
                        .collect(
                                Collectors.joining(
                                        "",
                                        "<ListBucketResult><IsTruncated>false</IsTruncated>",
                                        "</ListBucketResult>"));
        return new Answer(200, names.getBytes(StandardCharsets.UTF_8));
    }
}
