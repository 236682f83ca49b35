package dev.pixapi.local.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pixapi.account.ApiKey;
import dev.pixapi.account.Mode;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * OpenAI's Node SDK in processes of its own, one for each {@code *.test.mjs} in {@code
 * src/test/node}; each of their cases is a test here.
 */
class NodeSdkTest {
    private static final Path SCRIPTS = Path.of("src", "test", "node");
    private static final int LONGEST_SECONDS = 60;

    @TempDir Path folder;

    @TestFactory
    List<DynamicContainer> theNodeSdkWorks() throws Exception {
        var files = new ArrayList<DynamicContainer>();
        try (var system = TestingSystem.start()) {
            for (var file : files()) {
                var cases = run(system, file).cases().stream().map(NodeSdkTest::test);
                files.add(dynamicContainer(file, cases));
            }
        }
        return files;
    }

    private static List<String> files() throws IOException {
        try (var files = Files.list(SCRIPTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .toList();
        }
    }

    private static DynamicTest test(TapReport.Case done) {
        return dynamicTest(
                done.name(),
                () -> assertTrue(done.passed(), () -> done.name() + "\n" + done.details()));
    }

    private TapReport run(TestingSystem system, String file)
            throws IOException, InterruptedException {
        var output = folder.resolve(file + ".txt");
        var node =
                node(system, file)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
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

    private static ProcessBuilder node(TestingSystem system, String file) {
        var node = new ProcessBuilder("node", "--test-reporter=tap", file);
        node.directory(SCRIPTS.toFile());
        var variables = node.environment();
        variables.put("OPENAI_BASE_URL", system.url() + "/v1");
        variables.put("OPENAI_API_KEY", system.testKey(100));
        variables.put("PIXAPI_POOR_KEY", system.testKey(0));
        variables.put("PIXAPI_WRONG_KEY", ApiKey.create(Mode.TEST, new Random(1)).text());
        return node;
    }
}
