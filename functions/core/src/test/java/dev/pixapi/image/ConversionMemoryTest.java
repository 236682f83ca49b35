package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How much memory conversions take that come together. */
class ConversionMemoryTest {
    private static final int TOGETHER = 4;

    /**
     * One takes 16 MB decoded and as much again flattened, and the young generation holds neither.
     */
    private static final String HEAP = "-Xmx100m";

    @Test
    void imagesAreConvertedInTheMemoryOfOne() throws IOException, InterruptedException {
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-XX:+UseSerialGC",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor());
        assertEquals("4 of 2048x2048", output.strip());
    }

    /** What the other process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            var png = png();
            try (var threads = Executors.newFixedThreadPool(TOGETHER)) {
                var converted =
                        IntStream.range(0, TOGETHER)
                                .mapToObj(_ -> threads.submit(() -> converted(png)))
                                .toList();
                for (Future<Dimensions> size : converted) {
                    if (!size.get().equals(new Dimensions(2_048, 2_048))) {
                        throw new IllegalStateException("converted to " + size.get());
                    }
                }
                System.out.println(converted.size() + " of " + converted.getFirst().get());
            }
        }

        private static byte[] png() {
            var image = new BufferedImage(2_048, 2_048, BufferedImage.TYPE_4BYTE_ABGR);
            return new ImageEncoder().encode(image, ImageFormat.PNG, 100);
        }

        private static Dimensions converted(byte[] png) {
            var jpeg = new ImageConverter().convert(png, ImageFormat.JPEG, 90);
            return ImageInspector.inspect(jpeg).orElseThrow().dimensions();
        }
    }
}
