package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Blueprint;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The one jar that is deployed: how large it is and what is in it. `mvn verify` makes it before.
 */
class LambdaJarTest {
    private static final Path JAR = Path.of("../../functions/lambda/target/pixapi-lambda-aws.jar");
    private static final long LARGEST = 18_000_000;

    /** Packages of tests, emulators and build tools, and what local parts are named by. */
    private static final List<String> FOREIGN =
            List.of(
                    "org/junit",
                    "dev/pixapi/local",
                    "dev/pixapi/cloud",
                    "com/amazonaws/services/dynamodbv2/local",
                    "software/amazon/dynamodb",
                    "org/elasticmq",
                    "org/gaul",
                    "org/eclipse/jetty",
                    "scala/",
                    "org/apache/pekko",
                    "software/amazon/awscdk",
                    "software/amazon/jsii",
                    "io/netty",
                    "org/apache/hc",
                    "native/Mac",
                    "native/Windows",
                    "events/");

    @BeforeAll
    static void isBuilt() {
        assertTrue(Files.exists(JAR), "the jar is made by `mvn verify`; `mvn test` alone lacks it");
    }

    @Test
    void isAtMostEighteenMegabytes() throws IOException {
        var size = Files.size(JAR);
        assertTrue(size <= LARGEST, () -> "the jar has " + size + " bytes");
    }

    @Test
    void holdsNoTestLocalOrEmulatorCode() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            var foreign =
                    names(jar).filter(name -> FOREIGN.stream().anyMatch(name::startsWith)).toList();
            assertEquals(List.of(), foreign);
        }
    }

    @Test
    void holdsEveryHandler() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            var names = names(jar).toList();
            for (var function : Blueprint.FUNCTIONS) {
                var file = function.handler().getName().replace('.', '/') + ".class";
                assertTrue(names.contains(file), file);
            }
        }
    }

    private static Stream<String> names(ZipFile jar) {
        return jar.stream().map(entry -> entry.getName());
    }
}
