package dev.pixapi.local.runtime;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.UpstreamDouble;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * How much heap an edit of 10 MB needs above what the idle function has: the whole way from the
 * event over a provider's own protocol to the answer, in the deployed jar.
 *
 * <p>A peak that is sampled has garbage in it and differs from run to run. So the heap is limited
 * instead: what is enough is enough in every run.
 */
public final class EditMemory {
    private static final int MEGABYTE = 1024 * 1024;

    /** Of a square of noise, which no compression makes smaller: 10 MB as a PNG. */
    private static final int SIDE = 1_875;

    private final TestingSystem pixapi;
    private final UpstreamDouble upstream;
    private final byte[] small;
    private final byte[] large;

    EditMemory(TestingSystem pixapi, UpstreamDouble upstream) throws Exception {
        this.pixapi = pixapi;
        this.upstream = upstream;
        var key = pixapi.liveKey(1_000);
        this.small = event(key, noise(16));
        this.large = event(key, noise(SIDE));
    }

    /** Prints the least heap above the idle one that is enough, in steps of 4 MB. */
    public static void main(String... arguments) throws Exception {
        try (var upstream = UpstreamDouble.start();
                var pixapi = TestingSystem.start()) {
            var memory = new EditMemory(pixapi, upstream);
            var idle = memory.idle();
            var above = 64;
            while (above > 4 && memory.suffices(idle + above - 4)) {
                above -= 4;
            }
            System.out.printf(
                    "idle: %d MB; an edit of %.1f MB: %d MB above that%n",
                    idle, memory.large.length * 0.75 / MEGABYTE, above);
        }
    }

    /** Megabytes of heap in use, garbage collected, behind a first edit; rounded up. */
    long idle() throws Exception {
        try (var function = start()) {
            function.invoke(small);
            return usedHeap(function.process().pid()) / MEGABYTE + 1;
        }
    }

    /** Whether a function with so many megabytes of heap makes the edit. */
    boolean suffices(long heap) throws Exception {
        try (var function = start("-XX:+ExitOnOutOfMemoryError", "-Xmx" + heap + "m")) {
            function.invoke(small);
            return function.api()
                    .invoke(large, function.process()::isAlive)
                    .filter(result -> result.kind().equals("response"))
                    .filter(result -> result.text().contains("\"statusCode\":200"))
                    .isPresent();
        }
    }

    private DeployedFunction start(String... options) throws IOException {
        var all = Stream.concat(Stream.of("-XX:+UseSerialGC"), Stream.of(options));
        return DeployedFunction.start(
                pixapi, "Edit", upstream.settings(), all.toArray(String[]::new));
    }

    @SuppressWarnings("BanJNDI") // The far side is a process of ours, on this machine.
    private static long usedHeap(long process) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(String.valueOf(process));
        try (var connector =
                JMXConnectorFactory.connect(
                        new JMXServiceURL(machine.startLocalManagementAgent()))) {
            var memory =
                    ManagementFactory.newPlatformMXBeanProxy(
                            connector.getMBeanServerConnection(),
                            ManagementFactory.MEMORY_MXBEAN_NAME,
                            MemoryMXBean.class);
            memory.gc();
            return memory.getHeapMemoryUsage().getUsed();
        } finally {
            machine.detach();
        }
    }

    static byte[] event(String key, byte[] image) throws Exception {
        var sample = Files.readString(Path.of("../../events/Edit.json"));
        var event = Json.object(sample.replace("YOUR_KEY", key));
        event.put(
                "headers",
                Map.of(
                        "Authorization",
                        "Bearer " + key,
                        "Content-Type",
                        "multipart/form-data; boundary=b"));
        event.put("body", Base64.getEncoder().encodeToString(form(image)));
        event.put("isBase64Encoded", true);
        return Json.bytes(event);
    }

    private static byte[] form(byte[] image) {
        var form = new ByteArrayOutputStream();
        part(form, "model", "gpt-image-2".getBytes(StandardCharsets.UTF_8));
        part(form, "quality", "low".getBytes(StandardCharsets.UTF_8));
        part(form, "prompt", "a fox".getBytes(StandardCharsets.UTF_8));
        part(form, "image", image);
        form.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static void part(ByteArrayOutputStream form, String name, byte[] content) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
        form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(new byte[] {'\r', '\n'});
    }

    static byte[] noise(int side) throws IOException {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var random = new Random(side);
        image.setRGB(0, 0, side, side, random.ints((long) side * side).toArray(), 0, side);
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
