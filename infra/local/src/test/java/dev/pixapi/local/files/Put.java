package dev.pixapi.local.files;

import dev.pixapi.file.Upload;
import dev.pixapi.json.Fields;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** An upload as a caller makes it: a URL, and headers. */
record Put(URI url, Map<String, String> headers) {
    static Put of(Upload upload) {
        return new Put(upload.url(), upload.headers());
    }

    /** As POST /v1/files has answered. */
    static Put of(Fields file) {
        var upload = file.object("upload");
        var headers = new LinkedHashMap<String, String>();
        upload.object("headers")
                .values()
                .forEach((name, value) -> headers.put(name, (String) value));
        return new Put(URI.create(upload.string("url")), headers);
    }

    Put with(String header, String value) {
        var other = new LinkedHashMap<>(headers);
        other.put(header, value);
        return new Put(url, other);
    }

    Put without(String header) {
        var other = new LinkedHashMap<>(headers);
        other.remove(header);
        return new Put(url, other);
    }

    /**
     * Returns the status. Each upload has a connection of its own: a store that refuses one closes
     * its connection behind the answer, at which the next one would fail.
     */
    int send(byte[] body) {
        var request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(body));
        headers.forEach(
                (name, value) -> {
                    // The client sends the length of the body, and lets nobody else.
                    if (!name.equals("content-length")) {
                        request.header(name, value);
                    }
                });
        try (var http = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
