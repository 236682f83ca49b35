package dev.pixapi.cloud;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The context that the CLI hands to the app: cdk.json's feature flags, and some of its own. Maven
 * and the tests have no CLI, and would make another template without them.
 */
final class CdkJson {
    /** What {@code sam} finds the functions and their jar by. */
    private static final List<String> METADATA =
            List.of("aws:cdk:enable-path-metadata", "aws:cdk:enable-asset-metadata");

    private CdkJson() {}

    /**
     * @throws IllegalArgumentException naming the file, when it is no JSON
     */
    static Map<String, Object> context(Path file) {
        try {
            var context = new TreeMap<String, Object>();
            METADATA.forEach(key -> context.put(key, true));
            context.putAll(
                    Fields.of(Json.object(Files.readAllBytes(file))).object("context").values());
            return context;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException(file + ": " + fault.getMessage(), fault);
        }
    }
}
