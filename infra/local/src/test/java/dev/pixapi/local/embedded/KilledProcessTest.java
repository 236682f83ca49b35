package dev.pixapi.local.embedded;

import static dev.pixapi.local.embedded.TestingTables.TASKS;
import static dev.pixapi.local.embedded.TestingTables.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class KilledProcessTest {
    private static final int WRITES = 20;

    @TempDir Path folder;

    @Test
    void whatWasAnsweredBeforeAKillIsThereAfterIt() throws Exception {
        var answered = writesUntilKilled();

        try (var after = EmbeddedServers.start(Optional.of(folder))) {
            var first = count(after, "first");

            assertTrue(first >= answered, first + " of " + answered);
            assertEquals(first, count(after, "second"), "both halves of a transaction or none");
            for (var n = 1; n <= answered; n++) {
                assertObject(after, n);
            }
        }
    }

    private static void assertObject(EmbeddedServers servers, int n) {
        var key = WritesUntilKilled.key(n);
        var read = servers.s3().getObjectAsBytes(get -> get.bucket("media").key(key));
        assertEquals(key, read.asUtf8String());
        assertEquals("image/png", read.response().contentType());
        assertEquals("no-store", read.response().cacheControl());
        assertEquals(Map.of("number", Integer.toString(n)), read.response().metadata());
    }

    private static int count(EmbeddedServers servers, String id) {
        var item = servers.dynamoDb().getItem(get -> get.tableName(TASKS).key(id(id))).item();
        return Integer.parseInt(item.get("count").n());
    }

    /**
     * The last write that the killed process had an answer for. The kill goes through the handle:
     * the process's own method would close the pipe with the last answers in it.
     */
    private int writesUntilKilled() throws IOException, InterruptedException {
        var process = writer().start();
        try (var lines = process.inputReader()) {
            awaitWrites(lines);
            process.toHandle().destroyForcibly();
            return WRITES + (int) lines.lines().count();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private ProcessBuilder writer() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WritesUntilKilled.class.getName(),
                                folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static void awaitWrites(BufferedReader lines) throws IOException {
        for (var n = 1; n <= WRITES; n++) {
            assertEquals(Integer.toString(n), lines.readLine());
        }
    }
}
