package dev.pixapi.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.Content.Inspected;
import dev.pixapi.file.FileState.Faulty;
import dev.pixapi.file.FileState.Finding;
import dev.pixapi.file.FileState.Ready;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class FileCodecTest {
    private static final ImageInfo INFO = new ImageInfo(ImageFormat.WEBP, new Dimensions(3, 2));

    static final List<Content> CONTENTS =
            List.of(
                    new Inspected(1_234, INFO),
                    new Declared(50 * 1024 * 1024, ImageFormat.JPEG, "0123456789abcdef".repeat(4)));

    static final List<Finding> FINDINGS =
            List.of(new Ready(INFO), new Faulty("is \"no\" image \u2693"));

    @ParameterizedTest
    @FieldSource("CONTENTS")
    void aFileIsReadAsItWasWritten(Content content) {
        var now = Instant.parse("2026-11-01T12:00:00.123Z");
        var order = new FileOrder(Optional.of("a \"\u2693\".png"), "vision", Duration.ofHours(2));
        var file = StoredFile.of(FileId.next(now, new Random(1)), order, content, now);
        assertEquals(file, FileCodec.file(FileCodec.write(file)));
    }

    @ParameterizedTest
    @FieldSource("FINDINGS")
    void aFindingIsReadAsItWasWritten(Finding finding) {
        assertEquals(finding, FileCodec.finding(FileCodec.write(finding)));
    }
}
