package dev.pixapi.local.embedded;

import java.io.IOException;
import java.util.logging.LogManager;

/** The log levels of the embedded servers, merged into what the JVM's logging already has. */
final class ServerLogging {
    private static final String LEVELS = "logging.properties";

    private ServerLogging() {}

    /** Idempotent; a setting that the file does not name stays as it was. */
    static void quiet() throws IOException {
        try (var levels = ServerLogging.class.getResourceAsStream(LEVELS)) {
            LogManager.getLogManager()
                    .updateConfiguration(
                            levels, _ -> (before, ours) -> ours == null ? before : ours);
        }
    }
}
