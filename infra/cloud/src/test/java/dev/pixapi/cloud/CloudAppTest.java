package dev.pixapi.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CloudAppTest {
    @TempDir private Path folder;

    /** Two JVMs: iteration over {@code Map.of} differs between them, not within one. */
    @Test
    void twoSynthsWriteTheSameTemplate() throws Exception {
        var jar = Files.writeString(folder.resolve("functions.jar"), "as good as any");
        var first = folder.resolve("first");
        CloudApp.main(new String[] {jar.toString(), projectFolder(), first.toString()});
        var second = folder.resolve("second");
        assertEquals("", synthInAnotherJvm(jar, second));
        assertEquals(template(first), template(second));
    }

    @Test
    void aMissingJarIsNamedWithWhatMakesIt() {
        var missing = folder.resolve("missing.jar").toString();
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                CloudApp.main(
                                        new String[] {
                                            missing, projectFolder(), folder.toString()
                                        }));
        assertEquals(missing + " is missing: mvn package makes it", refusal.getMessage());
    }

    @Test
    void aFaultInCdkJsonIsNamedWithItsFile() throws IOException {
        var file = Files.writeString(folder.resolve("cdk.json"), "{\"context\": ");
        var refusal = assertThrows(IllegalArgumentException.class, () -> CdkJson.context(file));
        assertTrue(refusal.getMessage().startsWith(file.toString()));
    }

    /** Gives back what it printed: nothing, when CDK and Node are quiet as they should be. */
    private static String synthInAnotherJvm(Path jar, Path output) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command =
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        CloudApp.class.getName(),
                        jar.toString(),
                        projectFolder(),
                        output.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    private static String projectFolder() {
        return ".";
    }

    private static String template(Path output) throws IOException {
        return Files.readString(output.resolve(PixapiStack.ID + ".template.json"));
    }
}
