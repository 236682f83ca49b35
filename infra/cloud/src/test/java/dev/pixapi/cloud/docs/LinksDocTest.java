package dev.pixapi.cloud.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class LinksDocTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern LINK =
            Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*)(#[^)\\s]+)?\\)");

    @Test
    void everyLinkWithinTheDocumentsLeadsSomewhere() throws IOException {
        try (var files = Files.walk(DOCS)) {
            var documents = files.filter(file -> file.toString().endsWith(".md")).toList();
            assertTrue(documents.size() > 10, "they are not where this test looks");
            assertEquals(List.of(), documents.stream().flatMap(LinksDocTest::broken).toList());
        }
    }

    private static Stream<String> broken(Path document) {
        return LINK.matcher(text(document))
                .results()
                .filter(link -> !leads(document, link))
                .map(link -> document.getFileName() + ": " + link.group());
    }

    private static boolean leads(Path document, MatchResult link) {
        var target =
                link.group(1).isEmpty()
                        ? document
                        : document.resolveSibling(link.group(1)).normalize();
        return Files.exists(target)
                && (link.group(2) == null || anchors(target).contains(link.group(2)));
    }

    /** As GitHub makes them of headings: small, without marks, hyphens for spaces. */
    private static List<String> anchors(Path document) {
        return text(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> "#" + line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
