package dev.pixapi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ManifestCodecTest {
    private static final Instant CREATED = Instant.parse("2026-11-01T12:00:00.123Z");

    @Test
    void whatIsWrittenIsReadAgain() throws MalformedJson {
        var images =
                List.of(
                        image("images/task_1/t/1-0.png", ImageFormat.PNG, Optional.empty()),
                        image(
                                "images/task_1/t/1-1.jpg",
                                ImageFormat.JPEG,
                                Optional.of("ä \"🦊\"\n")),
                        image("images/task_1/t/1-2.webp", ImageFormat.WEBP, Optional.of("")));
        var usage =
                Json.object("{\"input_tokens\": 5, \"details\": {\"text\": 2.50, \"none\": null}}");
        var manifest = new Manifest(CREATED, "high", "opaque", images, 9, 6, Optional.of(usage));
        assertEquals(manifest, ManifestCodec.read(ManifestCodec.write(manifest)));
    }

    @Test
    void aProviderThatTellsNoUsageLeavesItOut() {
        var image = image("images/task_1/t/1-0.png", ImageFormat.PNG, Optional.empty());
        var manifest =
                new Manifest(CREATED, "auto", "auto", List.of(image), 1, 0, Optional.empty());
        assertEquals(manifest, ManifestCodec.read(ManifestCodec.write(manifest)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"created\": 1}"})
    void aBrokenManifestIsAnErrorAndNotATaskWithoutImages(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThrows(RuntimeException.class, () -> ManifestCodec.read(bytes));
    }

    private static StoredImage image(String key, ImageFormat format, Optional<String> prompt) {
        return new StoredImage(key, new ImageInfo(format, new Dimensions(1536, 1024)), prompt);
    }
}
