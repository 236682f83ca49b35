package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The local run as a user has it: a process of its own, killed and started again on its data. */
class RestartTest {
    private static final Map<String, Object> SLOW =
            Map.of("model", "nano-banana-2-512", "prompt", "[slow 2s] still to be done");

    @TempDir private Path data;

    @Test
    void whatWasThereAndWhatWasUnderwaySurvivesAKill() throws Exception {
        String key;
        String imageBefore;
        byte[] image;
        var tasks = new ArrayList<String>();
        try (var first = ChildSystem.start(builder(data))) {
            key = first.value("key");
            var body = Map.of("model", "nano-banana-2-512", "prompt", "kept");
            var made = first.client().post("/v1/images/generations", key, body).json();
            imageBefore = made.objects("data").getFirst().string("url");
            image = image(first, imageBefore);
            // More than there are workers, so that some are running and some are queued.
            for (var i = 0; i < 12; i++) {
                tasks.add(submit(first).string("id"));
            }
            first.kill();
        }
        try (var second = ChildSystem.start(builder(data))) {
            assertEquals(key, second.value("key"));
            assertArrayEquals(image, image(second, imageBefore));
            for (var task : tasks) {
                assertEquals("completed", ended(second, task).string("status"));
            }
            var credits = second.client().get("/v1/credits", key).json();
            assertEquals(0, credits.number("held"));
            assertEquals(13 * 4, credits.number("spent"));
            assertEquals(1_000 - 13 * 4, credits.number("available"));
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var builder = builder(data);
            builder.environment().put("PIXAPI_PORT", String.valueOf(taken.getLocalPort()));
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, process.waitFor());
            assertTrue(said.startsWith("The port is taken: set PIXAPI_PORT"), said);
            assertEquals(1, said.lines().count());
        }
    }

    @Test
    void anInterruptEndsItWithinTwoSeconds() throws Exception {
        try (var run = ChildSystem.start(builder(data))) {
            submit(run);
            // SIGTERM and SIGINT take the same way out.
            run.process().destroy();
            assertTrue(run.process().waitFor(2, TimeUnit.SECONDS));
            assertEquals(0, run.process().exitValue());
        }
    }

    private static ProcessBuilder builder(Path data) {
        return ChildSystem.builder(Main.class, data);
    }

    private static Fields submit(ChildSystem run) {
        return run.client().post("/v1/async/images/generations", run.value("key"), SLOW).json();
    }

    /** The task when it has ended; a minute at most. */
    private static Fields ended(ChildSystem run, String task) {
        for (var i = 0; i < 3; i++) {
            var found = run.client().await(run.value("key"), task);
            if (found.has("completed_at")) {
                return found;
            }
        }
        throw new AssertionError(task + " did not end");
    }

    private static byte[] image(ChildSystem run, String url) {
        var answer = run.client().image(url);
        assertEquals(200, answer.status());
        return answer.body();
    }
}
