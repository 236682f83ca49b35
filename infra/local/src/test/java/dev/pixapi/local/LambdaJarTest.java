package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Blueprint;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The one jar that is deployed: how large it is and what is in it. `mvn verify` makes it before.
 */
class LambdaJarTest {
    static final Path JAR = Path.of("../../functions/lambda/target/pixapi-lambda-aws.jar");

    /** Bytes; the reason for each is in docs/adr/0017, and JarAccount prints what they are. */
    private static final long LARGEST = 10_300_000;

    /** Bytes of the record that ends a jar. */
    private static final int END = 22;

    /** What stands where our own code does and belongs to no function. */
    private static final List<String> FOREIGN = List.of("dev/pixapi/local", "dev/pixapi/cloud");

    @BeforeAll
    static void isBuilt() {
        assertTrue(Files.exists(JAR), "the jar is made by `mvn verify`; `mvn test` alone lacks it");
    }

    @Test
    void isNotLargerThanItMustBe() throws IOException {
        var size = Files.size(JAR);
        assertTrue(size <= LARGEST, () -> "the jar has " + size + " bytes");
    }

    @Test
    void holdsOnlyLibrariesOfTheAccount() throws IOException {
        assertEquals(List.of(), JarAccount.of(JAR).unknown());
    }

    @Test
    void isAccountedForToTheLastByte() throws IOException {
        var sum = JarAccount.of(JAR).parts().values().stream().mapToLong(p -> p.bytes()).sum();
        assertEquals(Files.size(JAR), sum + END);
    }

    @Test
    void holdsNoTestOrLocalCode() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            var foreign =
                    names(jar).filter(name -> FOREIGN.stream().anyMatch(name::startsWith)).toList();
            assertEquals(List.of(), foreign);
        }
    }

    /** Equal code makes an equal jar, and so no deployment. */
    @Test
    void hasItsEntriesInOrderOnceAndOfOneTime() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            assertEquals(names(jar).sorted().distinct().toList(), names(jar).toList());
            var times = jar.stream().map(ZipEntry::getTimeLocal).distinct().toList();
            assertEquals(List.of(LocalDateTime.of(2026, 11, 1, 0, 0)), times);
        }
    }

    /** Who loads a service finds each of its providers, though nothing else refers to them. */
    @Test
    void holdsTheProvidersOfItsServices() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            var names = names(jar).collect(Collectors.toSet());
            for (var service : names) {
                var name = service.replaceFirst("^META-INF/services/", "");
                if (!name.equals(service) && (names.contains(file(name)) || isOfJava(name))) {
                    providers(jar, service)
                            .forEach(p -> assertTrue(names.contains(file(p)), name + ": " + p));
                }
            }
        }
    }

    @Test
    void holdsEveryHandler() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            var names = names(jar).toList();
            for (var function : Blueprint.FUNCTIONS) {
                var file = file(function.handler().getName());
                assertTrue(names.contains(file), file);
            }
        }
    }

    private static boolean isOfJava(String service) {
        return service.startsWith("java.") || service.startsWith("javax.");
    }

    private static Stream<String> providers(ZipFile jar, String service) throws IOException {
        try (var lines = jar.getInputStream(jar.getEntry(service))) {
            var text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty());
        }
    }

    private static String file(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static Stream<String> names(ZipFile jar) {
        return jar.stream().map(entry -> entry.getName());
    }
}
