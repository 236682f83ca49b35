package dev.pixapi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sample events of the project, which are also what the local run sends of its own accord. */
final class SampleEvents {
    private SampleEvents() {}

    /**
     * @param name of the file without its ending
     */
    static String read(String name) {
        try (var file = SampleEvents.class.getResourceAsStream("/events/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("there is no sample event " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
