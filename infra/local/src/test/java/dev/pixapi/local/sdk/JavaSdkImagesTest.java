package dev.pixapi.local.sdk;

import static dev.pixapi.local.sdk.TestingSdk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.models.images.Image;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImageGenerateParams.Quality;
import com.openai.models.images.ImageGenerateParams.ResponseFormat;
import com.openai.models.images.ImagesResponse;
import com.openai.models.models.Model;
import com.openai.services.blocking.ImageService;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

/** What users of OpenAI's Java SDK do, done here. */
class JavaSdkImagesTest {
    private static TestingSystem system;

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

    @Test
    void anImageComesByUrlInTheAskedSize() throws IOException {
        var answer = generate(order("a lighthouse").size("1536x1024"));

        var image = ImageIO.read(URI.create(only(answer).url().orElseThrow()).toURL());
        assertSize(1536, 1024, image);
        assertEquals("1536x1024", answer.size().orElseThrow().asString());
        assertSpent("1");
    }

    /** OpenAI calls the parameter old, since its GPT models know one format only. */
    @Test
    @SuppressWarnings("deprecation")
    void base64ComesWhereItIsAsked() throws IOException {
        var answer = generate(order("a harbour").responseFormat(ResponseFormat.B64_JSON));

        assertSize(1024, 1024, decoded(only(answer).b64Json().orElseThrow()));
    }

    @Test
    void threeImagesAreThreeUrlsAndThreeCharges() {
        var images = generate(order("three boats").n(3)).data().orElseThrow();

        assertEquals(3, images.stream().map(image -> image.url().orElseThrow()).distinct().count());
        assertSpent("3");
    }

    @Test
    void aSlowImageIsWaitedFor() {
        only(generate(order("[slow 3s] an oak")));

        assertEquals(List.of(200), sdk.statuses());
        assertSpent("1");
    }

    @Test
    void aRepeatWithTheSameIdempotencyKeyIsTheSameTaskAndChargedOnce() {
        var order = order("a ferry").putAdditionalHeader("Idempotency-Key", "ferry-1").build();

        try (var first = images().withRawResponse().generate(order);
                var again = images().withRawResponse().generate(order)) {
            assertEquals(List.of(), first.headers().values("idempotent-replayed"));
            assertEquals(List.of("true"), again.headers().values("idempotent-replayed"));
            assertEquals(taskId(first.parse()), taskId(again.parse()));
        }
        assertSpent("1");
    }

    @Test
    void aStreamEndsWithTheCompletedImage() throws IOException {
        try (var stream = images().generateStreaming(order("a pier").build())) {
            var events = stream.stream().map(ImageGenStreamEvent::asGenerationCompleted).toList();

            assertEquals(1, events.size());
            assertSize(1024, 1024, decoded(events.getFirst().b64Json()));
        }
        assertSpent("1");
    }

    @Test
    void anAnswerIsValidByTheSdksOwnTypes() {
        generate(order("a quay").quality(Quality.AUTO)).validate();
    }

    @Test
    void aCompletedImageIsValidByTheSdksOwnTypes() {
        try (var stream = images().generateStreaming(order("a mole").build())) {
            stream.stream().forEach(ImageGenStreamEvent::validate);
        }
    }

    @Test
    void theSdkKnowsTheRequestId() {
        try (var answer = sdk.client().models().withRawResponse().list()) {
            assertTrue(answer.requestId().orElseThrow().startsWith("req_"));
        }
    }

    @Test
    void theModelsAreListed() {
        var models = sdk.client().models().list().autoPager().stream().map(Model::validate);

        var ids = models.map(Model::id).toList();
        assertTrue(
                ids.containsAll(List.of("gpt-image-2", "gemini-2.5-flash-image")), ids::toString);
    }

    @Test
    void aModelIsFoundByItsAlias() {
        var model = sdk.client().models().retrieve("nano-banana").validate();

        assertEquals("gemini-2.5-flash-image", model.id());
    }

    private ImagesResponse generate(ImageGenerateParams.Builder order) {
        return images().generate(order.build());
    }

    private ImageService images() {
        return sdk.client().images();
    }

    private static Image only(ImagesResponse answer) {
        var images = answer.data().orElseThrow();
        assertEquals(1, images.size());
        return images.getFirst();
    }

    private static String taskId(ImagesResponse answer) {
        return answer._allProperties().get("task_id").asStringOrThrow();
    }

    private static BufferedImage decoded(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    private static void assertSize(int width, int height, BufferedImage image) {
        assertEquals(width + "x" + height, image.getWidth() + "x" + image.getHeight());
    }

    private void assertSpent(String credits) {
        var balance = system.credits(key);
        assertEquals(credits, balance.decimal("spent").toString());
        assertEquals("0", balance.decimal("held").toString());
    }
}
