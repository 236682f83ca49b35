package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The operator's functions beside a local run, of which this has nothing but its folder. */
class InvokeTest {
    private final TestingSystem pixapi = TestingSystem.start();
    private final Fields account = pixapi.provision("test", 100);
    private final String key = account.string("key");

    @TempDir private Path data;

    @BeforeEach
    void sayWhereTheServersAre() throws IOException {
        new SamVariables(pixapi.system().resources(), pixapi.system().servers()).write(data);
    }

    @AfterEach
    void stop() {
        pixapi.close();
    }

    @Test
    void aChargeIsExplainedAndGivenBack() throws Exception {
        var body = Map.of("model", "nano-banana-2-512", "prompt", "from beside");
        var task = pixapi.generate(key, body).json().string("task_id");

        var explained = invoke("ExplainCharge", Map.of("task", task));
        assertEquals(4, explained.object("credits").number("charged"));
        assertEquals(1, explained.object("attempts").number("recorded"));

        var refund = Map.of("task", task, "id", "ticket-17");
        var name = account.string("account");
        invoke("Correct", Map.of("mode", "test", "account", name, "refund", refund));
        assertEquals(100, pixapi.credits(key).number("available"));
    }

    @Test
    void whatTheFunctionFindsWrongIsTold() {
        var wrong = assertThrows(IllegalArgumentException.class, () -> invoke("Correct", Map.of()));
        assertEquals("mode is not a String", wrong.getMessage());
    }

    @Test
    void onlyTheOperatorsFunctionsAreInvokedSo() {
        var wrong = assertThrows(IllegalArgumentException.class, () -> invoke("Sweeper", Map.of()));
        assertTrue(wrong.getMessage().contains("Provision, ExplainCharge, Correct"));
    }

    @Test
    void aFolderWithoutARunIsToldSo() {
        var nowhere = data.resolve("nowhere");
        var wrong =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Invoke.invoke(nowhere, "Correct", "{}"));
        assertEquals("there is no local run in " + nowhere, wrong.getMessage());
    }

    private Fields invoke(String function, Map<String, ?> event) throws Exception {
        return new Fields(Json.object(Invoke.invoke(data, function, Json.write(event))));
    }
}
