package dev.pixapi.cloud.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.cloud.docs.GeneratedText;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class CostDocTest {
    @ParameterizedTest
    @CsvSource({
        "cost-idle, stage=dev",
        "cost-idle-prod, stage=prod",
        "cost-busy, stage=prod images=250000 sync=0"
    })
    void theBillsInTheGuideAreWhatTheCommandPrints(String name, String words) {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertEquals(0, CostCommand.run(Path.of("."), List.of(words.split(" ")), out, out));
        new GeneratedText("docs/deploy.md", name)
                .is("```\n" + printed.toString(StandardCharsets.UTF_8) + "```");
    }
}
