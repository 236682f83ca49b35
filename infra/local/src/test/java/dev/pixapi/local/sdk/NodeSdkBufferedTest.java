package dev.pixapi.local.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.NoisyPictures;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** OpenAI's Node SDK before a stage that buffers. */
class NodeSdkBufferedTest {
    private static final Path SCRIPT = Path.of("src", "test", "node", "buffered", "large.test.mjs");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> theNodeSdkFollowsARedirectWithoutItsKey() throws Exception {
        try (var upstream = UpstreamDouble.start();
                var origin = OtherOrigin.start();
                var system =
                        TestingSystem.start(
                                upstream.settings("PIXAPI_STREAMING", "off"), origin::clients)) {
            upstream.behave(NoisyPictures.four());
            var variables =
                    Map.of(
                            "OPENAI_BASE_URL",
                            system.url() + "/v1",
                            "OPENAI_API_KEY",
                            system.liveKey(100));
            var cases = new NodeScript(SCRIPT, folder.resolve("output.txt")).run(variables);
            assertEquals(3, origin.requests().size());
            for (var headers : origin.requests()) {
                assertEquals(null, headers.getFirst("Authorization"));
            }
            return cases;
        }
    }
}
