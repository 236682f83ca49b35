package dev.pixapi.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * How a local system is run.
 *
 * @param port of the front door; 0 for any free one
 * @param data where everything is kept; empty keeps it in memory
 * @param settings variables for the functions, beside those of the resources
 * @param log where a line for each request goes
 */
public record LocalOptions(
        int port,
        Optional<Path> data,
        Map<String, String> settings,
        Clock clock,
        Optional<PrintStream> log) {}
