package dev.pixapi.file;

import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.Content.Inspected;
import dev.pixapi.file.FileState.Faulty;
import dev.pixapi.file.FileState.Finding;
import dev.pixapi.file.FileState.Ready;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files and findings as the JSON objects that are kept beside the bytes. */
final class FileCodec {
    static final String MEDIA_TYPE = "application/json";

    private FileCodec() {}

    static byte[] write(StoredFile file) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", file.id().value());
        json.put("name", file.name());
        json.put("purpose", file.purpose());
        json.put("created", file.created().toEpochMilli());
        json.put("expires", file.expires().toEpochMilli());
        json.put("bytes", file.content().bytes());
        json.put("format", file.content().format().wireName());
        switch (file.content()) {
            case Inspected(var _, var info) -> json.put("size", info.dimensions().toString());
            case Declared(var _, var _, var sha256) -> json.put("sha256", sha256);
        }
        return Json.bytes(json);
    }

    static StoredFile file(byte[] bytes) {
        var json = fields(bytes);
        return new StoredFile(
                new FileId(json.string("id")),
                json.string("name"),
                json.string("purpose"),
                content(json),
                Instant.ofEpochMilli(json.number("created")),
                Instant.ofEpochMilli(json.number("expires")));
    }

    static byte[] write(Finding finding) {
        return Json.bytes(
                switch (finding) {
                    case Faulty(var reason) -> Map.of("fault", reason);
                    case Ready(var info) ->
                            Map.of(
                                    "format", info.format().wireName(),
                                    "size", info.dimensions().toString());
                });
    }

    static Finding finding(byte[] bytes) {
        var json = fields(bytes);
        return json.has("fault") ? new Faulty(json.string("fault")) : new Ready(info(json));
    }

    private static Content content(Fields json) {
        return json.has("sha256")
                ? new Declared(json.number("bytes"), format(json), json.string("sha256"))
                : new Inspected(json.number("bytes"), info(json));
    }

    private static ImageInfo info(Fields json) {
        return new ImageInfo(format(json), Dimensions.of(json.string("size")));
    }

    private static ImageFormat format(Fields json) {
        return ImageFormat.named(json.string("format")).orElseThrow();
    }

    private static Fields fields(byte[] bytes) {
        try {
            return new Fields(Json.object(bytes));
        } catch (MalformedJson fault) {
            throw new IllegalStateException("what is kept of a file is no JSON", fault);
        }
    }
}
