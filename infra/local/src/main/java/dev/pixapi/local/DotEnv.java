package dev.pixapi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The process's variables, and below them those of a file {@code .env}: {@code NAME=value} lines.
 */
final class DotEnv {
    private DotEnv() {}

    static Map<String, String> over(Path file, Map<String, String> environment) throws IOException {
        var variables = new HashMap<String, String>();
        if (Files.isReadable(file)) {
            for (var line : Files.readAllLines(file)) {
                var parts = line.strip().split("=", 2);
                if (parts.length == 2 && !parts[0].startsWith("#")) {
                    variables.put(parts[0].strip(), unquoted(parts[1].strip()));
                }
            }
        }
        variables.putAll(environment);
        return variables;
    }

    private static String unquoted(String value) {
        for (var quote : new String[] {"\"", "'"}) {
            if (value.length() >= 2 && value.startsWith(quote) && value.endsWith(quote)) {
                return value.substring(1, value.length() - 1);
            }
        }
        return value;
    }
}
