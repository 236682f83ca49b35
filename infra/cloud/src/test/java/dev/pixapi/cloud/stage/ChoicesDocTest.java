package dev.pixapi.cloud.stage;

import dev.pixapi.cloud.docs.GeneratedText;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.Collectors;

class ChoicesDocTest {
    @Test
    void theTableOfChoicesIsTheirEnum() {
        new GeneratedText("docs/deploy.md", "choices").is(table());
    }

    private static String table() {
        return "| Name | dev | prod | emulator | May be | Decides |\n|---|---|---|---|---|---|\n"
                + Arrays.stream(Choice.values())
                        .map(ChoicesDocTest::row)
                        .collect(Collectors.joining("\n"));
    }

    private static String row(Choice choice) {
        var standards =
                Arrays.stream(StageKind.values())
                        .map(choice::standard)
                        .collect(Collectors.joining(" | "));
        return "| `%s` | %s | %s | %s |"
                .formatted(choice.wireName(), standards, choice.allowed(), choice.meaning());
    }
}
