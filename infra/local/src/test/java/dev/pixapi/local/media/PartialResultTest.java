package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What a task says of images that were asked for, whether they came or not. */
class PartialResultTest {
    private static TestingSystem pixapi;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void aWholeSuccessHasNoFailures() {
        var images = images("a bridge", 2);
        assertEquals(2, images.number("requested"));
        assertEquals(2, images.number("delivered"));
        assertEquals(List.of(), images.values().get("failed"));
        assertEquals("stored", images.string("media"));
    }

    @Test
    void aPartialSuccessHasAReasonForEachImageThatDidNotCome() {
        var images = images("[partial 1] a bridge", 3);
        assertEquals(3, images.number("requested"));
        assertEquals(1, images.number("delivered"));
        assertEquals(
                List.of("model_unavailable", "model_unavailable"),
                images.objects("failed").stream().map(failure -> failure.string("code")).toList());
    }

    @Test
    void aFailureDeliversNothingAndSaysWhyOnce() {
        var images = images("[reject] a bridge", 2);
        assertEquals(0, images.number("delivered"));
        assertFalse(images.has("failed"));
    }

    @Test
    void aTaskThatWaitsSaysWhatItWasAskedFor() {
        var body = Map.of("model", "nano-banana-2-512", "prompt", "[slow 1s]", "n", 2);
        var images = pixapi.submit(pixapi.testKey(8), body).json().object("images");
        assertEquals(2, images.number("requested"));
        assertFalse(images.has("media"));
    }

    private static Fields images(String prompt, int count) {
        var key = pixapi.testKey(20);
        var body = Map.of("model", "nano-banana-2-512", "prompt", prompt, "n", count);
        var id = pixapi.submit(key, body).json().string("id");
        return pixapi.await(key, id).object("images");
    }
}
