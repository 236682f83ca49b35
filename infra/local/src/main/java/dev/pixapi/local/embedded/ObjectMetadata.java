package dev.pixapi.local.embedded;

import static java.util.stream.Collectors.toUnmodifiableMap;

import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What S3 keeps beside the bytes of an object; as text, a Java properties file. */
record ObjectMetadata(Map<String, String> headers, Map<String, String> user) {
    static final ObjectMetadata NONE = new ObjectMetadata(Map.of(), Map.of());

    private static final String TYPE = "content-type";
    private static final String CACHE = "cache-control";
    private static final String DISPOSITION = "content-disposition";
    private static final String ETAG = "etag";
    private static final String USER = "user.";

    ObjectMetadata {
        headers = Map.copyOf(headers);
        user = Map.copyOf(user);
    }

    static ObjectMetadata of(PutObjectRequest request, String etag) {
        var headers = new TreeMap<String, String>();
        Optional.ofNullable(request.contentType()).ifPresent(v -> headers.put(TYPE, v));
        Optional.ofNullable(request.cacheControl()).ifPresent(v -> headers.put(CACHE, v));
        Optional.ofNullable(request.contentDisposition())
                .ifPresent(v -> headers.put(DISPOSITION, v));
        Optional.ofNullable(etag).ifPresent(v -> headers.put(ETAG, v));
        return new ObjectMetadata(headers, request.metadata());
    }

    static ObjectMetadata parse(String text) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(text));
        var names = lines.stringPropertyNames();
        return new ObjectMetadata(
                names.stream()
                        .filter(name -> !name.startsWith(USER))
                        .collect(toUnmodifiableMap(name -> name, lines::getProperty)),
                names.stream()
                        .filter(name -> name.startsWith(USER))
                        .collect(toUnmodifiableMap(ObjectMetadata::bare, lines::getProperty)));
    }

    private static String bare(String name) {
        return name.substring(USER.length());
    }

    String format() throws IOException {
        var lines = new Properties();
        lines.putAll(headers);
        user.forEach((name, value) -> lines.setProperty(USER + name, value));
        var text = new StringWriter();
        lines.store(text, null);
        return text.toString();
    }

    HeadObjectResponse on(HeadObjectResponse response) {
        var builder = response.toBuilder().metadata(user);
        header(TYPE).ifPresent(builder::contentType);
        header(CACHE).ifPresent(builder::cacheControl);
        header(DISPOSITION).ifPresent(builder::contentDisposition);
        header(ETAG).ifPresent(builder::eTag);
        return builder.build();
    }

    GetObjectResponse on(GetObjectResponse response) {
        var builder = response.toBuilder().metadata(user);
        header(TYPE).ifPresent(builder::contentType);
        header(CACHE).ifPresent(builder::cacheControl);
        header(DISPOSITION).ifPresent(builder::contentDisposition);
        header(ETAG).ifPresent(builder::eTag);
        return builder.build();
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
