package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** ADR 7: painting needs neither fonts nor font libraries of the machine. */
final class PlatformFontsTest {
    /** Graphics2D itself names java.awt.Font; these are what would find, open or lay out one. */
    private static final Pattern FONT_MACHINERY =
            Pattern.compile(
                    "(sun\\.font\\.(\\w*FontManager\\w*|\\w*Font2D\\w*|\\w*GlyphVector\\w*"
                            + "|\\w*Strike\\w*|\\w*Scaler\\w*)"
                            + "|java\\.awt\\.font\\.(FontRenderContext|GlyphVector|TextLayout)) ");

    @Test
    void anotherProcessPaintsTheSamePixelsWithoutTouchingAFont(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.awt.headless=true",
                                "-XX:TieredStopAtLevel=1",
                                "-Xlog:class+load:file=classes.log",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName())
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, child.waitFor());
        assertEquals(Integer.toString(Child.fingerprint()), output.strip());
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains(PosterPainter.class.getName())));
        assertEquals(
                List.of(),
                loaded.stream().filter(line -> FONT_MACHINERY.matcher(line).find()).toList());
    }

    /** What the other process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.out.println(fingerprint());
        }

        static int fingerprint() {
            Poster poster = new Poster("m", "Ink, ink, שלום, 猫", 300, 200, "high", true, 2);
            var image = new PosterPainter().paint(poster);
            return Arrays.hashCode(image.getRGB(0, 0, 300, 200, null, 0, 300));
        }
    }
}
