package dev.pixapi.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A local system in a JVM of its own, which can be killed and started again on its data. */
public final class ChildSystem implements AutoCloseable {
    /** What its last line of words begins with. */
    public static final String READY = "curl";

    private final Process process;
    private final Map<String, String> banner = new HashMap<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final TestingClient client;

    private ChildSystem(Process process) throws IOException {
        this.process = process;
        var lines = process.inputReader();
        readBanner(lines);
        // Whatever else is printed is read, so that the process never waits for us.
        Thread.startVirtualThread(() -> lines.lines().forEach(said::add));
        this.client = new TestingClient(url());
    }

    /** Returns when it has printed its banner. */
    public static ChildSystem start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        try {
            return new ChildSystem(process);
        } catch (IOException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    /**
     * @param main the class that is run; any port, if nobody says which
     */
    public static ProcessBuilder builder(Class<?> main, Path data) {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder =
                new ProcessBuilder(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djava.awt.headless=true",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        var environment = builder.environment();
        environment.put("PIXAPI_DATA", data.toString());
        environment.put("PIXAPI_PORT", "0");
        // Short enough that a sweep at the start finds what a dead process left.
        environment.put("PIXAPI_LEASE_SECONDS", "1");
        environment.put("PIXAPI_HEARTBEAT_SECONDS", "0.3");
        environment.put("PIXAPI_RESEND_SECONDS", "0.5");
        return builder.redirectErrorStream(true);
    }

    private void readBanner(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.strip().split("\\s+", 2);
            if (words.length == 2) {
                banner.put(words[0], words[1]);
            }
            if (words[0].equals(READY)) {
                return;
            }
        }
        throw new IllegalStateException("it did not start: " + banner);
    }

    /** What its banner says of this. */
    public String value(String name) {
        return banner.get(name);
    }

    public URI url() {
        return URI.create(value("url"));
    }

    public TestingClient client() {
        return client;
    }

    public Process process() {
        return process;
    }

    /** What it has printed since its banner, line by line. */
    public BlockingQueue<String> said() {
        return said;
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
        client.close();
    }
}
