package dev.pixapi.local;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;

/**
 * The keys that the local run prints, the same after a restart: a key's text cannot be read back
 * from the tables, so it is kept in the data folder, for its owner only.
 */
record LocalKeys(LocalFunctions functions, Path folder) {
    /**
     * @param mode {@code test} or {@code live}
     */
    String key(String mode) throws IOException, FunctionFailed, MalformedJson {
        var file = folder.resolve(mode + ".key");
        if (Files.exists(file)) {
            var kept = Files.readString(file).strip();
            if (works(kept)) {
                return kept;
            }
        }
        var issued = issue(mode);
        write(file, issued);
        return issued;
    }

    private String issue(String mode) throws FunctionFailed, MalformedJson {
        var order = Json.object(SampleEvents.read("Provision"));
        order.put("mode", mode);
        var answer = functions.invoke("Provision", Json.bytes(order));
        return new Fields(Json.object(answer)).string("key");
    }

    /** False when the tables were removed and the file was not. */
    private boolean works(String key) throws FunctionFailed, MalformedJson {
        var event =
                Map.of(
                        "headers", Map.of("Authorization", "Bearer " + key),
                        "requestContext", Map.of("requestId", UUID.randomUUID().toString()));
        var answer = functions.invoke("GetCredits", Json.bytes(event));
        return new Fields(Json.object(answer)).number("statusCode") == 200;
    }

    private static void write(Path file, String key) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var owner = PosixFilePermissions.fromString("rw-------");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        }
        Files.writeString(file, key + "\n");
    }
}
