package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        URI imageBefore;
        byte[] image;
        var tasks = new ArrayList<String>();
        try (var first = Run.start(data)) {
            key = first.value("key");
            var body = Map.of("model", "nano-banana-2-512", "prompt", "kept");
            var made = first.post("/v1/images/generations", body);
            imageBefore = URI.create(made.objects("data").getFirst().string("url"));
            image = first.bytes(imageBefore);
            // More than there are workers, so that some are running and some are queued.
            for (var i = 0; i < 12; i++) {
                tasks.add(first.post("/v1/async/images/generations", SLOW).string("id"));
            }
            first.kill();
        }
        try (var second = Run.start(data)) {
            assertEquals(key, second.value("key"));
            assertArrayEquals(image, second.bytes(second.url().resolve(imageBefore.getPath())));
            for (var task : tasks) {
                assertEquals("completed", second.ended(task).string("status"));
            }
            var credits = second.get("/v1/credits");
            assertEquals(0, credits.number("held"));
            assertEquals(13 * 4, credits.number("spent"));
            assertEquals(1_000 - 13 * 4, credits.number("available"));
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = Run.process(data, taken.getLocalPort());
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, process.waitFor());
            assertTrue(said.startsWith("The port is taken: set PIXAPI_PORT"), said);
            assertEquals(1, said.lines().count());
        }
    }

    @Test
    void anInterruptEndsItWithinTwoSeconds() throws Exception {
        try (var run = Run.start(data)) {
            run.post("/v1/async/images/generations", SLOW);
            // SIGTERM and SIGINT take the same way out.
            run.process.destroy();
            assertTrue(run.process.waitFor(2, TimeUnit.SECONDS));
            assertEquals(0, run.process.exitValue());
        }
    }

    /** The main method in a child JVM. */
    private record Run(Process process, Map<String, String> banner) implements AutoCloseable {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        static Run start(Path data) throws IOException {
            var process = process(data, 0);
            var lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            var banner = new HashMap<String, String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.strip().split("\\s+", 2);
                if (words.length == 2) {
                    banner.put(words[0], words[1]);
                }
                if (words[0].equals("curl")) {
                    // Whatever else is printed is read, so that the process never waits for us.
                    Thread.startVirtualThread(() -> lines.lines().forEach(_ -> {}));
                    return new Run(process, banner);
                }
            }
            throw new IllegalStateException("it did not start: " + banner);
        }

        static Process process(Path data, int port) throws IOException {
            var java = ProcessHandle.current().info().command().orElseThrow();
            var builder =
                    new ProcessBuilder(
                            List.of(
                                    java,
                                    "-XX:TieredStopAtLevel=1",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "dev.pixapi.local.Main"));
            builder.environment().put("PIXAPI_DATA", data.toString());
            builder.environment().put("PIXAPI_PORT", String.valueOf(port));
            // Short enough that the sweep at the start finds what the dead process left.
            builder.environment().put("PIXAPI_LEASE_SECONDS", "1");
            builder.environment().put("PIXAPI_HEARTBEAT_SECONDS", "0.3");
            builder.environment().put("PIXAPI_RESEND_SECONDS", "0.5");
            return builder.redirectErrorStream(true).start();
        }

        String value(String name) {
            return banner.get(name);
        }

        URI url() {
            return URI.create(value("url"));
        }

        Fields post(String path, Map<String, ?> body) throws Exception {
            var request = request(path).header("Content-Type", "application/json");
            return send(request.POST(BodyPublishers.ofByteArray(Json.bytes(body))));
        }

        Fields get(String path) throws Exception {
            return send(request(path).GET());
        }

        /** The task when it has ended; a minute at most. */
        Fields ended(String task) throws Exception {
            for (var i = 0; i < 3; i++) {
                var found = get("/v1/tasks/" + task + "?wait=20");
                if (found.has("completed_at")) {
                    return found;
                }
            }
            throw new AssertionError(task + " did not end");
        }

        byte[] bytes(URI image) throws Exception {
            var answer =
                    HTTP.send(HttpRequest.newBuilder(image).build(), BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            return answer.body();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(url().resolve(path))
                    .header("Authorization", "Bearer " + value("key"));
        }

        private static Fields send(HttpRequest.Builder request) throws Exception {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Fields(Json.object(answer.body()));
        }

        /** As kill -9 does. */
        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }
}
