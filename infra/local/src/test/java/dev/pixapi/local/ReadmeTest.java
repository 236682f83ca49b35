package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The README follows the code. */
class ReadmeTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)\\)");

    @ParameterizedTest
    @EnumSource
    void namesEverySettingWithItsMeaningAndItsStandard(Setting setting) throws IOException {
        var row =
                readme().lines()
                        .filter(line -> line.startsWith("| `" + setting.name() + "` |"))
                        .findAny();
        assertTrue(row.isPresent(), setting.name());
        assertTrue(plain(row.get()).contains(plain(setting.meaning())), row.get());
        assertTrue(row.get().contains(setting.standard()), row.get());
    }

    @Test
    void linksToFilesThatAreThere() throws IOException {
        LINK.matcher(readme())
                .results()
                .map(link -> link.group(1))
                .forEach(file -> assertTrue(Files.exists(ROOT.resolve(file)), file));
    }

    /** Without quotes, which are set otherwise in a terminal than in Markdown. */
    private static String plain(String text) {
        return text.replace("`", "").replace("'", "");
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
