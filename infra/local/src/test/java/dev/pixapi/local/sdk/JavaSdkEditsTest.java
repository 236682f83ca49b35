package dev.pixapi.local.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.core.MultipartField;
import com.openai.errors.BadRequestException;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageEditParams.ResponseFormat;
import com.openai.models.images.ImageEditStreamEvent;
import com.openai.models.images.ImagesResponse;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

/** What users of OpenAI's Java SDK do to edit an image, done here. */
class JavaSdkEditsTest {
    private static final byte[] RED = TestingPictures.png(96, 64, Color.RED);
    private static final byte[] BLUE = TestingPictures.png(64, 64, Color.BLUE);
    private static final byte[] MASK = TestingPictures.mask(96, 64);

    private static TestingSystem system;

    @TempDir Path folder;
    private String key;
    private TestingSdk sdk;

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void openAccount() {
        key = system.testKey(20);
        sdk = new TestingSdk(system.url(), key);
    }

    @AfterEach
    void closeClient() {
        sdk.close();
    }

    /** Such a part has neither a file name nor a type. */
    @Test
    void bytesAreEdited() throws IOException {
        assertEdited(order("at dusk").image(stream(RED)));
    }

    @Test
    void aFileIsEdited() throws IOException {
        var file = Files.write(folder.resolve("picture.png"), RED);
        assertEdited(order("at dawn").image(file));
    }

    /** A stream that does not tell its length. */
    @Test
    void aStreamIsEdited() throws IOException {
        var named =
                MultipartField.<ImageEditParams.Image>builder()
                        .value(ImageEditParams.Image.ofInputStream(stream(RED)))
                        .filename("picture.png")
                        .build();
        assertEdited(order("at noon").image(named));
    }

    @Test
    void severalImagesAreEditedTogether() throws IOException {
        assertEdited(order("side by side").imageOfInputStreams(List.of(stream(RED), stream(BLUE))));
    }

    @Test
    void aListOfOneIsEdited() throws IOException {
        assertEdited(order("alone").imageOfInputStreams(List.of(stream(RED))));
    }

    @Test
    void anEditHasAMask() throws IOException {
        assertEdited(order("a boat in the hole").image(stream(RED)).mask(stream(MASK)));
    }

    @Test
    void numbersOfAFormAreRead() {
        var answer = edit(order("twice").image(stream(RED)).n(2));

        assertEquals(2, answer.data().orElseThrow().size());
        assertSpent("2");
    }

    /** OpenAI calls the parameter old, since its GPT models know one format only. */
    @Test
    @SuppressWarnings("deprecation")
    void base64ComesWhereItIsAsked() throws IOException {
        var answer =
                edit(order("in text").image(stream(RED)).responseFormat(ResponseFormat.B64_JSON));

        var image = answer.data().orElseThrow().getFirst().b64Json().orElseThrow();
        assertSize(Base64.getDecoder().decode(image));
    }

    @Test
    void aStreamOfEventsEndsWithTheCompletedImage() throws IOException {
        var order = order("as events").image(stream(RED)).build();
        try (var stream = sdk.client().images().editStreaming(order)) {
            var events = stream.stream().map(ImageEditStreamEvent::asCompleted).toList();

            assertEquals(1, events.size());
            assertSize(Base64.getDecoder().decode(events.getFirst().validate().b64Json()));
        }
        assertSpent("1");
    }

    @Test
    void anAnswerIsValidByTheSdksOwnTypes() {
        edit(order("valid").image(stream(RED))).validate();
    }

    @Test
    void aMaskOfAnotherSizeIsRefusedByItsName() {
        var order = order("odd").image(stream(RED)).mask(stream(TestingPictures.mask(32, 32)));

        var refusal = assertThrows(BadRequestException.class, () -> edit(order));

        assertEquals(Optional.of("invalid_image"), refusal.code());
        assertEquals(Optional.of("mask"), refusal.param());
        assertEquals(List.of(400), sdk.statuses());
        assertSpent("0");
    }

    @Test
    void aModelThatTakesNoMaskIsRefusedAndThoseThatDoAreNamed() {
        var order = order("masked").model("nano-banana").image(stream(RED)).mask(stream(MASK));

        var refusal = assertThrows(BadRequestException.class, () -> edit(order));

        assertEquals(Optional.of("mask"), refusal.param());
        assertTrue(refusal.getMessage().contains("gpt-image-2"), refusal.getMessage());
    }

    /** The cheapest edit: one credit, 1024 x 1024. */
    private static ImageEditParams.Builder order(String prompt) {
        return ImageEditParams.builder()
                .model("gpt-image-2")
                .prompt(prompt)
                .size(ImageEditParams.Size._1024X1024)
                .quality(ImageEditParams.Quality.LOW);
    }

    private ImagesResponse edit(ImageEditParams.Builder order) {
        return sdk.client().images().edit(order.build());
    }

    private void assertEdited(ImageEditParams.Builder order) throws IOException {
        var answer = edit(order);
        var url = answer.data().orElseThrow().getFirst().url().orElseThrow();
        try (var image = URI.create(url).toURL().openStream()) {
            assertSize(image.readAllBytes());
        }
        assertEquals(List.of(200), sdk.statuses());
        assertSpent("1");
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static void assertSize(byte[] image) throws IOException {
        var picture = ImageIO.read(stream(image));
        assertEquals("1024x1024", picture.getWidth() + "x" + picture.getHeight());
    }

    private void assertSpent(String credits) {
        var balance = system.credits(key);
        assertEquals(credits, balance.decimal("spent").toString());
        assertEquals("0", balance.decimal("held").toString());
    }
}
