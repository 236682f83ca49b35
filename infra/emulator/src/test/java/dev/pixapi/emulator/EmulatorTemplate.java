package dev.pixapi.emulator;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What infra/cloud wrote for the emulator stage; {@code mvn package} makes it. */
record EmulatorTemplate(Fields json) {
    static final Path FOLDER = Path.of("../cloud/target/emulator");
    static final String FILE = "Pixapi.template.json";
    static final String FUNCTION = "AWS::Lambda::Function";

    static EmulatorTemplate read() {
        return new EmulatorTemplate(file(FILE));
    }

    static Fields file(String name) {
        try {
            return new Fields(Json.object(Files.readAllBytes(FOLDER.resolve(name))));
        } catch (IOException failure) {
            throw new UncheckedIOException("mvn package writes it", failure);
        } catch (MalformedJson fault) {
            throw new AssertionError(name, fault);
        }
    }

    /** By their logical ids. */
    Map<String, Fields> resources() {
        var resources = new LinkedHashMap<String, Fields>();
        json.object("Resources").values().forEach((id, r) -> resources.put(id, Fields.of(r)));
        return resources;
    }

    Stream<Fields> all(String type) {
        return resources().values().stream().filter(r -> r.string("Type").equals(type));
    }

    List<String> types() {
        return resources().values().stream().map(r -> r.string("Type")).distinct().toList();
    }

    /** As {@code sam} finds it. */
    Fields function(String name) {
        return all(FUNCTION)
                .filter(function -> name(function).equals(name))
                .findAny()
                .orElseThrow(() -> new AssertionError("sam finds no function " + name));
    }

    static String name(Fields function) {
        return function.object("Metadata").string("SamResourceId");
    }
}
