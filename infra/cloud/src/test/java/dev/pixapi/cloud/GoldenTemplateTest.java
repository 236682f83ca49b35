package dev.pixapi.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.cloud.docs.GeneratedText;
import dev.pixapi.cloud.stage.StageKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The template of each stage stands in the repository, so that a review shows what a change makes
 * of it.
 */
class GoldenTemplateTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @EnumSource
    void theTemplateIsTheOneThatWasReviewed(StageKind kind) throws IOException {
        var file = FOLDER.resolve(kind.wireName() + ".json");
        var made = GoldenTemplate.text(TestingStack.OF_KIND.get(kind));
        if (GeneratedText.isToBeWritten()) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, made);
        }
        assertEquals(
                Files.readString(file),
                made,
                file + " is not what is made now; if that is meant: " + GeneratedText.COMMAND);
    }
}
