package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An edit may start from an image that was made here, by its URL. */
class OwnImagesTest {
    private static final Map<String, String> ORDER =
            Map.of("model", "nano-banana-2-512", "prompt", "a heron");

    private static TestingSystem pixapi;

    private final String key = pixapi.testKey(20);

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void anImageThatWasMadeHereIsEdited() {
        var made = pixapi.generate(key, ORDER).json();
        var url = made.objects("data").getFirst().string("url");

        assertEquals(200, edit(url).status());
        assertEquals(8, pixapi.credits(key).number("spent"));
    }

    @Test
    void anImageThatWasDeletedIsRefused() {
        var made = pixapi.generate(key, ORDER).json();
        pixapi.delete("/v1/tasks/" + made.string("task_id") + "/media", key);

        assertRefused(edit(made.objects("data").getFirst().string("url")));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "a.png",
                "../tasks/30d/a/request.json",
                "../../../../etc/passwd",
                "30d//a.png",
                "30d/%2e%2e/a.png",
                "30d/a.png?b=c#d",
                "30d/a b\r\n.png",
                "30d/\u0000.png",
                "30d/\ud800.png"
            })
    void aNameThatNoImageHasIsRefused(String name) {
        assertRefused(edit(base() + name));
    }

    @Test
    void aNameThatIsTooLongForTheStoreIsRefused() {
        assertRefused(edit(base() + "30d/" + "a".repeat(1_100)));
        assertRefused(edit(base() + "30d/" + "a".repeat(1_000_000)));
    }

    private void assertRefused(Answer answer) {
        assertEquals(400, answer.status(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        assertEquals("invalid_value", answer.errorCode());
        assertEquals("image", answer.json().object("error").string("param"));
    }

    private String base() {
        var made = pixapi.generate(pixapi.testKey(4), ORDER).json();
        var url = made.objects("data").getFirst().string("url");
        return url.substring(0, url.indexOf("/images/") + "/images/".length());
    }

    private Answer edit(String url) {
        var order = new HashMap<>(ORDER);
        order.put("image", url);
        return pixapi.post("/v1/images/edits", key, order);
    }
}
