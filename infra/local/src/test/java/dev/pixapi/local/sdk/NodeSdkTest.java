package dev.pixapi.local.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pixapi.account.ApiKey;
import dev.pixapi.account.Mode;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * OpenAI's Node SDK in a process of its own. The cases stand in {@code src/test/node}; each is a
 * test here.
 */
class NodeSdkTest {
    private static final Path SCRIPTS = Path.of("src", "test", "node");
    private static final int LONGEST_SECONDS = 60;

    @TempDir Path folder;

    @TestFactory
    List<DynamicTest> theNodeSdkWorks() throws Exception {
        try (var system = TestingSystem.start()) {
            var report = run(system);
            return report.cases().stream().map(NodeSdkTest::test).toList();
        }
    }

    private static DynamicTest test(TapReport.Case done) {
        return dynamicTest(
                done.name(),
                () -> assertTrue(done.passed(), () -> done.name() + "\n" + done.details()));
    }

    private TapReport run(TestingSystem system) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var node = node(system).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            var ended = node.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            var printed = Files.readString(output);
            assertTrue(ended, () -> "Node has not ended:\n" + printed);
            var report = TapReport.read(printed);
            assertEquals(Optional.of(report.cases().size()), report.planned(), printed);
            assertEquals(report.passed() ? 0 : 1, node.exitValue(), printed);
            return report;
        } finally {
            node.destroyForcibly();
        }
    }

    private static ProcessBuilder node(TestingSystem system) {
        var node = new ProcessBuilder("node", "--test-reporter=tap", "sdk.test.mjs");
        node.directory(SCRIPTS.toFile());
        var variables = node.environment();
        variables.put("OPENAI_BASE_URL", system.url() + "/v1");
        variables.put("OPENAI_API_KEY", system.testKey(100));
        variables.put("PIXAPI_POOR_KEY", system.testKey(0));
        variables.put("PIXAPI_WRONG_KEY", ApiKey.create(Mode.TEST, new Random(1)).text());
        return node;
    }
}
