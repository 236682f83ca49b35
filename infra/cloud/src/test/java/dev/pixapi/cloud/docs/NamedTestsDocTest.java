package dev.pixapi.cloud.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A proof that a document names is there. */
class NamedTestsDocTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatTheLedgersDocumentNamesIsThere() throws IOException {
        var document = Files.readString(ROOT.resolve("docs/ledger.md"));
        var tests = tests();
        var named = NAMED.matcher(document).results().toList();
        assertTrue(named.size() > 20, "they are not written as this test reads them");
        assertEquals(
                List.of(),
                named.stream()
                        .filter(test -> !isThere(tests, test.group(1), test.group(2)))
                        .map(test -> test.group())
                        .toList());
    }

    private static boolean isThere(Map<String, String> tests, String type, String method) {
        var source = tests.getOrDefault(type, "");
        return method == null
                ? !source.isEmpty()
                : Pattern.compile("\\bvoid " + method + "\\(").matcher(source).find();
    }

    private static Map<String, String> tests() throws IOException {
        try (var modules =
                Stream.of(
                        "functions/core",
                        "functions/simulation",
                        "functions/lambda",
                        "infra/local",
                        "infra/cloud")) {
            var sources = modules.map(module -> ROOT.resolve(module).resolve("src/test/java"));
            return sources.flatMap(NamedTestsDocTest::files)
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    NamedTestsDocTest::text,
                                    String::concat));
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
