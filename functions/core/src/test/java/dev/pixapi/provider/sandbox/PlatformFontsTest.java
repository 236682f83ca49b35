package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            return 31 * hash(image) + hash(edit(image));
        }

        /** With a caption and a print on it. */
        private static BufferedImage edit(BufferedImage image) {
            Pixels base = Resampler.cover(new SourceRows(image), 600, 400);
            Pixels print = Resampler.cover(new SourceRows(image), 40, 40);
            Prints prints = new Prints(List.of(print), new Box(300, 20, 280, 50));
            Poster poster = new Poster("m", "Ink, ink, שלום, 猫", 600, 400, "high", false, 0);
            return new EditPainter(Fonts.load())
                    .paint(new Originals.Decoded(base, Optional.empty(), prints), poster, false);
        }

        private static int hash(BufferedImage image) {
            return Arrays.hashCode(TestingPictures.pixels(image));
        }
    }
}
