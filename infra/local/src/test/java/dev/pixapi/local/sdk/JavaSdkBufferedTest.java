package dev.pixapi.local.sdk;

import static dev.pixapi.local.sdk.TestingSdk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenCompletedEvent;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.NoisyPictures;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.util.List;

/** OpenAI's Java SDK before a stage that buffers: it follows the redirect to a large answer. */
class JavaSdkBufferedTest {
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final OtherOrigin origin = OtherOrigin.start();
    private final TestingSystem system =
            TestingSystem.start(upstream.settings("PIXAPI_STREAMING", "off"), origin::clients);
    private final String key = system.liveKey(100);
    private final TestingSdk sdk = new TestingSdk(system.url(), key);

    @BeforeEach
    void answerAtLength() {
        upstream.behave(NoisyPictures.four());
    }

    @AfterEach
    void stop() {
        sdk.close();
        system.close();
        origin.close();
        upstream.close();
    }

    @Test
    @SuppressWarnings("deprecation") // By OpenAI, whose GPT models know one format only.
    void fourImagesInBase64AreFollowedWithoutTheKey() {
        var order = order("walls").n(4).responseFormat(ImageGenerateParams.ResponseFormat.B64_JSON);
        var answer = sdk.client().images().generate(order.build()).validate();

        var images = answer.data().orElseThrow();
        assertEquals(4, images.size());
        assertTrue(images.stream().allMatch(i -> i.b64Json().orElseThrow().length() > 1_000_000));
        assertFollowedWithoutTheKey();
    }

    @Test
    void aStreamOfFourImagesIsFollowedWithoutTheKey() {
        try (var stream = sdk.client().images().generateStreaming(order("a street").n(4).build())) {
            var lengths =
                    stream.stream()
                            .map(ImageGenStreamEvent::asGenerationCompleted)
                            .map(ImageGenCompletedEvent::b64Json)
                            .map(String::length)
                            .toList();
            assertEquals(4, lengths.size());
        }
        assertFollowedWithoutTheKey();
    }

    /** From the sandbox; the form must not be sent again. */
    @Test
    @SuppressWarnings("deprecation") // As above.
    void anEditIsFollowedWithoutItsForm() {
        var picture = TestingPictures.png(96, 64, Color.RED);
        var order =
                ImageEditParams.builder()
                        .model("gpt-image-2")
                        .prompt("four walls")
                        .image(new ByteArrayInputStream(picture))
                        .size(ImageEditParams.Size.of("2048x2048"))
                        .quality(ImageEditParams.Quality.LOW)
                        .responseFormat(ImageEditParams.ResponseFormat.B64_JSON)
                        .n(4);
        try (var sandbox = new TestingSdk(system.url(), system.testKey(8))) {
            var answer = sandbox.client().images().edit(order.build());
            assertEquals(4, answer.data().orElseThrow().size());
        }
        assertKeyStayedBehind();
    }

    private void assertFollowedWithoutTheKey() {
        assertEquals(List.of(200), sdk.statuses());
        assertEquals("4", system.credits(key).decimal("spent").toString());
        assertKeyStayedBehind();
    }

    private void assertKeyStayedBehind() {
        assertEquals(1, origin.requests().size());
        var headers = origin.requests().getFirst();
        assertEquals(null, headers.getFirst("Authorization"));
        assertEquals(null, headers.getFirst("Content-Length"));
    }
}
