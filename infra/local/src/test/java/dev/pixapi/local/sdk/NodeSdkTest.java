package dev.pixapi.local.sdk;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.pixapi.account.ApiKey;
import dev.pixapi.account.Mode;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * OpenAI's Node SDK in processes of its own, one for each {@code *.test.mjs} in {@code
 * src/test/node}; each of their cases is a test here.
 */
class NodeSdkTest {
    private static final Path SCRIPTS = Path.of("src", "test", "node");

    @TempDir Path folder;

    @TestFactory
    List<DynamicContainer> theNodeSdkWorks() throws Exception {
        var files = new ArrayList<DynamicContainer>();
        try (var system = TestingSystem.start()) {
            for (var file : files()) {
                var script = new NodeScript(SCRIPTS.resolve(file), folder.resolve(file + ".txt"));
                files.add(dynamicContainer(file, script.run(variables(system))));
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

    private static Map<String, String> variables(TestingSystem system) {
        return Map.of(
                "OPENAI_BASE_URL", system.url() + "/v1",
                "OPENAI_API_KEY", system.testKey(100),
                "PIXAPI_POOR_KEY", system.testKey(0),
                "PIXAPI_WRONG_KEY", ApiKey.create(Mode.TEST, new Random(1)).text());
    }
}
