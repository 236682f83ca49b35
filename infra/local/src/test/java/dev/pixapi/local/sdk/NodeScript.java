package dev.pixapi.local.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A file of tests that a Node of its own runs.
 *
 * @param output where what it prints is put
 */
record NodeScript(Path file, Path output) {
    private static final int LONGEST_SECONDS = 60;

    /**
     * Its cases, each a test.
     *
     * @param variables what it finds in its environment
     */
    Stream<DynamicTest> run(Map<String, String> variables)
            throws IOException, InterruptedException {
        var node =
                node(variables).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            var ended = node.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            var printed = Files.readString(output);
            assertTrue(ended, () -> "Node has not ended:\n" + printed);
            var report = TapReport.read(printed);
            assertEquals(Optional.of(report.cases().size()), report.planned(), printed);
            assertEquals(report.passed() ? 0 : 1, node.exitValue(), printed);
            return report.cases().stream().map(NodeScript::test);
        } finally {
            node.destroyForcibly();
        }
    }

    private ProcessBuilder node(Map<String, String> variables) {
        var name = file.getFileName().toString();
        var node = new ProcessBuilder("node", "--test-reporter=tap", name);
        node.directory(file.getParent().toFile());
        node.environment().putAll(variables);
        return node;
    }

    private static DynamicTest test(TapReport.Case done) {
        return dynamicTest(
                done.name(),
                () -> assertTrue(done.passed(), () -> done.name() + "\n" + done.details()));
    }
}
