package dev.pixapi.cloud.stage;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A team's own values, by stage: {@code {"prod": {"email": "ops@example.com"}}}. */
public final class StagesJson {
    public static final String FILE = "stages.json";

    private StagesJson() {}

    /**
     * What a file says of one stage. The whole file is checked, so that a slip in one stage shows
     * before that stage is deployed.
     *
     * @throws IllegalArgumentException naming the file, and the stage or value that does not exist
     */
    static Map<Choice, String> read(Path file, StageKind wanted) {
        try {
            var stages = Fields.of(Json.object(Files.readAllBytes(file)));
            var found = new EnumMap<Choice, String>(Choice.class);
            for (var name : stages.values().keySet()) {
                var kind = StageKind.named(name).orElseThrow(() -> unknown(name, kinds()));
                var values = choices(name, stages.object(name));
                if (kind == wanted) {
                    found.putAll(values);
                }
            }
            return found;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException(file + ": " + fault.getMessage(), fault);
        }
    }

    private static Map<Choice, String> choices(String stage, Fields values) {
        var choices = new EnumMap<Choice, String>(Choice.class);
        for (var name : values.values().keySet()) {
            var choice =
                    Choice.named(name)
                            .orElseThrow(() -> unknown(stage + "." + name, choiceNames()));
            choices.put(choice, String.valueOf(values.values().get(name)));
        }
        return choices;
    }

    private static IllegalArgumentException unknown(String name, String known) {
        return new IllegalArgumentException(
                FILE + ": there is no " + name + "; there are " + known);
    }

    static String kinds() {
        return Arrays.stream(StageKind.values())
                .map(StageKind::wireName)
                .collect(Collectors.joining(", "));
    }

    private static String choiceNames() {
        return Arrays.stream(Choice.values())
                .map(Choice::wireName)
                .collect(Collectors.joining(", "));
    }
}
