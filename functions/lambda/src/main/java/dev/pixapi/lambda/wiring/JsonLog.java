package dev.pixapi.lambda.wiring;

import dev.pixapi.json.Json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log as CloudWatch reads it: a JSON object a line. Ours, the SDK's and the JDK's alike.
 * Messages carry request, task and key ids; never a key, a prompt or a body.
 */
final class JsonLog extends Formatter {
    private static final int MOST_FRAMES = 30;
    private static final int MOST_CAUSES = 5;

    /** Replaces whatever the JDK has set up. */
    static void install() {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        var console = new ConsoleHandler();
        console.setFormatter(new JsonLog());
        console.setLevel(Level.INFO);
        root.addHandler(console);
        root.setLevel(Level.INFO);
    }

    @Override
    public String format(LogRecord record) {
        var line = new LinkedHashMap<String, Object>();
        line.put("timestamp", record.getInstant().toString());
        line.put("level", record.getLevel().getName());
        line.put("message", formatMessage(record));
        line.put("logger", record.getLoggerName());
        if (record.getThrown() != null) {
            line.put("error", error(record.getThrown(), MOST_CAUSES));
        }
        return Json.write(line) + "\n";
    }

    private static Map<String, Object> error(Throwable thrown, int causes) {
        var error = new LinkedHashMap<String, Object>();
        error.put("type", thrown.getClass().getName());
        error.put("message", String.valueOf(thrown.getMessage()));
        error.put(
                "stack",
                Arrays.stream(thrown.getStackTrace())
                        .limit(MOST_FRAMES)
                        .map(StackTraceElement::toString)
                        .toList());
        if (thrown.getCause() != null && causes > 0) {
            error.put("cause", error(thrown.getCause(), causes - 1));
        }
        return error;
    }
}
