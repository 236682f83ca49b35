package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.digest.Sha256;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingPictures;

import java.awt.Color;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file from its declaration to its deletion, and edits of it. */
record FileFlows(FlowSystem system) {
    private static final byte[] PNG = TestingPictures.png(64, 64, Color.BLUE);
    private static final String UNKNOWN = "file_01ARZ3NDEKTSV4RRFFQ69G5FAV";

    /** The client sends these by itself. */
    private static final Set<String> SENT = Set.of("host", "content-length");

    void run() {
        var declared =
                Map.of("bytes", PNG.length, "media_type", "image/png", "sha256", Sha256.hex(PNG));
        var file = system.post(200, "/v1/files", declared).json();
        var path = "/v1/files/" + file.string("id");
        assertEquals("pending", system.get(200, path).json().string("status"));
        upload(file.object("upload"));
        assertEquals("processed", system.get(200, path).json().string("status"));
        for (var edits : List.of("/v1/images/edits", "/v1/async/images/edits")) {
            var status = edits.contains("async") ? 202 : 200;
            system.post(status, edits, edit(file.string("id")));
            system.post(404, edits, edit(UNKNOWN));
        }
        system.delete(200, path);
        system.delete(404, path);
    }

    private void upload(Fields upload) {
        var put = HttpRequest.newBuilder(URI.create(upload.string("url")));
        upload.object("headers").values().entrySet().stream()
                .filter(header -> !SENT.contains(header.getKey()))
                .forEach(header -> put.header(header.getKey(), (String) header.getValue()));
        var answer = system.pixapi.send(put.PUT(BodyPublishers.ofByteArray(PNG)));
        FlowSystem.answered(200, answer);
    }

    private static Map<String, Object> edit(String file) {
        return order("a file", "images", List.of(Map.of("file_id", file)));
    }
}
