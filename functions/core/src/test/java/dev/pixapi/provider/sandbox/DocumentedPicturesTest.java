package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The README shows what its requests really give. JPEG may differ a little between machines. */
final class DocumentedPicturesTest {
    private static final Path FOLDER = Path.of("../../docs/images");
    private static final double ROUNDING = 2;
    private static final TestingEdits EDITS = new TestingEdits();

    @Test
    void theGenerationIsTheOneInTheReadme() throws IOException {
        byte[] made = EDITS.file(request("A lighthouse at dawn", false), Inputs.NONE, 0);
        assertAlike(made, read("a-lighthouse-at-dawn.jpg"));
    }

    @Test
    void theEditIsTheOneInTheReadme() throws IOException {
        InputImage lighthouse = TestingPictures.input(read("a-lighthouse-at-dawn.jpg"));
        InputImage mask = TestingPictures.input(read("a-lighthouse-at-dawn-mask.png"));
        Inputs inputs = new Inputs(List.of(lighthouse), Optional.of(mask));
        byte[] made = EDITS.file(request("A new planet", true), inputs, 0);
        assertAlike(made, read("a-new-planet.jpg"));
    }

    private static void assertAlike(byte[] made, byte[] shown) {
        assertTrue(shown.length < 200_000, "a README is read on slow lines, too");
        int[] one = TestingPictures.pixels(TestingPictures.decoded(made));
        BufferedImage picture = TestingPictures.decoded(shown);
        int[] other = TestingPictures.pixels(picture);
        double difference =
                IntStream.range(0, one.length)
                        .mapToDouble(i -> Math.abs(green(one[i]) - green(other[i])))
                        .average()
                        .orElseThrow();
        assertTrue(difference < ROUNDING, "mean difference " + difference);
    }

    private static int green(int pixel) {
        return (pixel >> 8) & 0xff;
    }

    private static ImageRequest request(String prompt, boolean auto) {
        return new ImageRequest(
                "gpt-image-2",
                prompt,
                1,
                new ImageSize(Tier.ONE_K, new Dimensions(1536, 1024), Optional.empty(), auto),
                Quality.MEDIUM,
                TestingPictures.output(ImageFormat.JPEG, Background.AUTO),
                Inputs.NONE.shape(),
                Map.of());
    }

    private static byte[] read(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }
}
