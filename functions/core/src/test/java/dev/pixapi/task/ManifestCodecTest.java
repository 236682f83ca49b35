package dev.pixapi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.ledger.Failure;
import dev.pixapi.provider.Exchange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ManifestCodecTest {
    private static final Instant CREATED = Instant.parse("2026-11-01T12:00:00.123Z");

    private static final List<Failure> MISSING =
            List.of(
                    new Failure("output_rejected", "held back"),
                    new Failure("invalid_value", "no such size", Optional.of("size")));
    private static final List<Exchange> EXCHANGES =
            List.of(
                    new Exchange(
                            "gemini",
                            "gemini-2.5-flash-image",
                            "images 1",
                            Optional.of("r-1"),
                            CREATED,
                            Duration.ofMillis(1_234)));

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
        var manifest =
                new Manifest(
                        CREATED,
                        "high",
                        "opaque",
                        images,
                        9,
                        6,
                        MISSING,
                        Optional.of(usage),
                        EXCHANGES);
        assertEquals(manifest, ManifestCodec.read(ManifestCodec.write(manifest)));
    }

    @Test
    void aProviderThatTellsNoUsageLeavesItOut() {
        var image = image("images/task_1/t/1-0.png", ImageFormat.PNG, Optional.empty());
        var manifest =
                new Manifest(
                        CREATED,
                        "auto",
                        "auto",
                        List.of(image),
                        1,
                        0,
                        List.of(),
                        Optional.empty(),
                        List.of());
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
