package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The very jar that is deployed, run by AWS's own runtime client in a JVM of its own, which knows
 * nothing but its environment. The client is for Linux only.
 */
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "AWS's runtime client, which starts the functions, is for Linux only")
class DeployedJarTest {
    private static final byte[] SEPARATOR = new byte[8];

    /** By name; each is started once. */
    private static final Map<String, DeployedFunction> STARTED = new HashMap<>();

    private static TestingSystem pixapi;
    private static String key;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
        key = pixapi.testKey(1_000);
    }

    @AfterAll
    static void stop() {
        STARTED.values().forEach(DeployedFunction::close);
        STARTED.clear();
        pixapi.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "webp"})
    void anImageIsMadeAndStreamedBack(String format) throws Exception {
        var body =
                Map.of("model", "nano-banana-2-512", "prompt", "deployed", "output_format", format);
        var function = started("Generate");
        var answer = function.invoke(event("Generate", body));
        var parts = answer.text().split(new String(SEPARATOR, StandardCharsets.UTF_8), 2);
        assertEquals(200, new Fields(Json.object(parts[0])).number("statusCode"), answer.text());
        assertEquals(format, new Fields(Json.object(parts[1])).string("output_format"));
    }

    @Test
    void aWorkerRunsATask() throws Exception {
        var id =
                pixapi.submit(key, Map.of("model", "nano-banana-2-512", "prompt", "worked"))
                        .json()
                        .string("id");
        var function = started("Worker");
        var event = sample("Worker").replace("TASK_ID", id).getBytes(StandardCharsets.UTF_8);
        assertEquals("{\"batchItemFailures\":[]}", function.invoke(event).text());
        assertEquals("completed", pixapi.await(key, id).string("status"));
    }

    @Test
    void aBufferedEndpointAnswersAProxyObject() throws Exception {
        var function = started("GetCredits");
        var answer = function.invoke(event("GetCredits", Map.of()));
        assertEquals(200, new Fields(Json.object(answer.body())).number("statusCode"));
    }

    /** Its parser is in the jar without most of the library that its builders come from. */
    @Test
    void aFormThatIsCutOffIsRefused() throws Exception {
        var event = Json.object(sample("Edit"));
        var type = "multipart/form-data; boundary=b";
        event.put("headers", Map.of("Authorization", "Bearer " + key, "Content-Type", type));
        event.put("body", "--b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n1");
        var function = started("Edit");
        var answer = function.invoke(Json.bytes(event)).text();
        assertTrue(answer.contains("\"statusCode\":400"), answer);
        assertTrue(answer.contains("is cut off"), answer);
    }

    /** Of what Lambda would refuse at 6 MB, the runtime and the handler take more. */
    @Test
    void aRequestOverSixMegabytesIsAnswered() throws Exception {
        var event = EditMemory.event(key, EditMemory.noise(1_300));
        assertTrue(event.length > 6 * 1024 * 1024, () -> "only " + event.length);
        var function = started("Edit");
        assertEquals(200, Answered.read(function.invoke(event).body()).status());
    }

    /** What is no event of API Gateway is the operator's fault, and is told to Lambda. */
    @Test
    void anErrorOfTheHandlerIsReportedWithoutWhatTheEventHeld() throws Exception {
        var event = new String(event("GetCredits", Map.of()), StandardCharsets.UTF_8);
        var cut = event.substring(0, event.indexOf(key) + key.length() + 1);
        var function = started("GetCredits");
        var result = function.api().invoke(cut.getBytes(StandardCharsets.UTF_8));
        assertEquals("error", result.kind());
        assertTrue(result.text().contains("IllegalArgumentException"), result::text);
        assertFalse(result.text().contains(key), "the report shows the key");
        assertFalse(function.logged().contains(key), "the log shows the key");

        var next = Answered.read(function.invoke(event("GetCredits", Map.of())).body());
        assertEquals(200, next.status());
    }

    private static DeployedFunction started(String name) throws IOException {
        if (!STARTED.containsKey(name)) {
            STARTED.put(name, DeployedFunction.start(pixapi, name));
        }
        return STARTED.get(name);
    }

    private static byte[] event(String function, Map<String, ?> body) throws Exception {
        var event = Json.object(sample(function).replace("YOUR_KEY", key));
        event.put("body", Json.write(body));
        return Json.bytes(event);
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("../../events/" + name + ".json"));
    }
}
