package dev.pixapi.lambda.handler;

import dev.pixapi.file.CreateFile.Created;
import dev.pixapi.file.FileId;
import dev.pixapi.file.FileState;
import dev.pixapi.file.FileState.Faulty;
import dev.pixapi.file.FileState.Pending;
import dev.pixapi.file.FileState.Ready;
import dev.pixapi.file.FoundFile;
import dev.pixapi.file.Upload;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file as OpenAI's API shows it, and with {@code media_type}, {@code size} and {@code upload} as
 * Pixapi adds.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/files/object">The file object</a>
 */
final class FileJson {
    private FileJson() {}

    static Map<String, Object> of(Created created) {
        var json = of(created.file());
        created.upload().ifPresent(upload -> json.put("upload", of(upload)));
        return json;
    }

    static Map<String, Object> of(FoundFile found) {
        var file = found.file();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", file.id().value());
        json.put("object", "file");
        json.put("bytes", file.content().bytes());
        json.put("created_at", file.created().getEpochSecond());
        json.put("expires_at", file.expires().getEpochSecond());
        json.put("filename", file.name());
        json.put("purpose", file.purpose());
        json.put("media_type", file.content().format().mediaType());
        json.putAll(of(found.state()));
        return json;
    }

    static Map<String, Object> ofDeleted(FileId id) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id.value());
        json.put("object", "file");
        json.put("deleted", true);
        return json;
    }

    private static Map<String, Object> of(FileState state) {
        return switch (state) {
            case Pending _ -> Map.of("status", "pending");
            case Ready(var info) ->
                    Map.of("status", "processed", "size", info.dimensions().toString());
            case Faulty(var reason) ->
                    Map.of("status", "error", "status_details", "The file " + reason + ".");
        };
    }

    private static Map<String, Object> of(Upload upload) {
        var json = new LinkedHashMap<String, Object>();
        json.put("method", "PUT");
        json.put("url", upload.url().toString());
        json.put("headers", upload.headers());
        json.put("expires_at", upload.expires().getEpochSecond());
        return json;
    }
}
