package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What of a function is there when Lambda takes its snapshot, and what is not. The runtime client
 * calls the hooks as on AWS; that the process goes on in a copy is all that is missing.
 */
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "AWS's runtime client, which starts the functions, is for Linux only")
class SnapshotTest {
    private static TestingSystem pixapi;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void aRestoredFunctionLoadsATenthOfTheClassesThatAColdOneLoads() throws Exception {
        var event = events(pixapi.testKey(100)).event("Generate");
        var log = Files.createTempFile(Path.of("target"), "Generate", ".classes");
        var option = "-Xlog:class+load:file=" + log;
        long cold;
        try (var function = DeployedFunction.start(pixapi, "Generate", option)) {
            function.api().awaitReady();
            cold = loaded(function, event, log);
        }
        try (var function = DeployedFunction.snapshot(pixapi, "Generate", Map.of(), option)) {
            var restored = loaded(function, event, log);
            assertTrue(restored * 10 < cold, () -> restored + " of " + cold);
        }
    }

    @Test
    void theCredentialsOfTheRestoreSignTheFirstCall() throws Exception {
        var event = events(pixapi.testKey(1)).event("GetModel");
        try (var aws = new AwsDouble()) {
            aws.giveAccessKey("BEFORE");
            try (var function =
                    DeployedFunction.snapshot(pixapi, "GetModel", aws.asCredentials())) {
                assertEquals(0, aws.calls().size(), "AWS was asked before the snapshot");
                aws.giveAccessKey("BEHIND");
                function.api().restore();
                // A DynamoDB that is empty has no key.
                assertEquals(401, Answered.read(function.invoke(event).body()).status());
            }
            var signed = aws.calls().getLast();
            assertEquals("DynamoDB_20120810.GetItem", signed.target());
            assertTrue(signed.authorization().contains("Credential=BEHIND/"), signed.toString());
        }
    }

    @Test
    void theKeysOfProvidersAreReadBehindTheRestore() throws Exception {
        try (var aws = new AwsDouble();
                var upstream = UpstreamDouble.start()) {
            aws.keep(Map.of("OPENAI_API_KEY", "sk-before"));
            var settings = new HashMap<>(aws.asSecrets());
            settings.put("OPENAI_BASE_URL", upstream.url().toString());
            try (var function = DeployedFunction.snapshot(pixapi, "Generate", settings)) {
                assertEquals(0, aws.calls().size(), "the secret was read before the snapshot");
                assertEquals(0, upstream.calls(), "a provider was called before the snapshot");
                aws.keep(Map.of("OPENAI_API_KEY", "sk-behind"));
                function.api().restore();
                var answer = Answered.read(function.invoke(generation(pixapi.liveKey(100))).body());
                assertEquals(200, answer.status(), answer::text);
            }
            assertEquals("Bearer sk-behind", upstream.request().header("authorization"));
        }
    }

    @Test
    void aKeyThatWasRevokedSinceTheSnapshotIsRefused() throws Exception {
        var account = pixapi.provision("test", 1);
        var event = events(account.string("key")).event("GetCredits");
        try (var function = DeployedFunction.snapshot(pixapi, "GetCredits", Map.of())) {
            pixapi.invoke(
                    "Provision",
                    Map.of(
                            "mode", "test",
                            "account", account.string("account"),
                            "revoke", account.string("key_id")));
            function.api().restore();
            assertEquals(401, Answered.read(function.invoke(event).body()).status());
        }
    }

    /** Its images' names are the rights to read them. */
    @Test
    void restoredFunctionsMakeIdsOfTheirOwn() throws Exception {
        var event = generation(pixapi.testKey(100));
        assertNotEquals(taskOfARestored(event), taskOfARestored(event));
    }

    @Test
    void aFunctionThatCannotBePrimedAnswersAllTheSame() throws Exception {
        var event = events(pixapi.testKey(1)).event("GetCredits");
        var settings = Map.of("PIXAPI_CATALOG", "absent.json");
        try (var function = DeployedFunction.snapshot(pixapi, "GetCredits", settings)) {
            function.api().restore();
            assertEquals(200, Answered.read(function.invoke(event).body()).status());
            var warnings =
                    function.logged().lines().filter(line -> line.contains("not primed")).toList();
            assertEquals(1, warnings.size(), function::logged);
            assertTrue(warnings.getFirst().contains("\"level\":\"WARNING\""));
        }
    }

    @Test
    void nothingIsPrimedWhereNoSnapshotIsTaken() throws Exception {
        var event = events(pixapi.testKey(1)).event("GetCredits");
        try (var function = DeployedFunction.start(pixapi, "GetCredits")) {
            assertEquals(200, Answered.read(function.invoke(event).body()).status());
            assertFalse(function.logged().contains("primed"), function::logged);
        }
    }

    private static String taskOfARestored(byte[] event) throws Exception {
        try (var function = DeployedFunction.snapshot(pixapi, "Generate", Map.of())) {
            function.api().restore();
            var answer = Answered.read(function.invoke(event).body());
            return answer.body().string("task_id");
        }
    }

    private static long loaded(DeployedFunction function, byte[] event, Path log) throws Exception {
        var before = lines(log);
        function.api().restore();
        function.invoke(event);
        return lines(log) - before;
    }

    private static long lines(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.count();
        }
    }

    private static byte[] generation(String key) throws IOException {
        return TestingEvents.with(
                events(key).event("Generate"),
                "body",
                "{\"model\": \"gpt-image-2\", \"quality\": \"low\", \"prompt\": \"restored\"}");
    }

    private static TestingEvents events(String key) {
        return new TestingEvents(pixapi, key);
    }
}
