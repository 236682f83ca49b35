package dev.pixapi.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class FolderLockTest {
    @TempDir Path folder;

    @Test
    void anotherProcessIsKeptOutEvenAfterARefusalInThisOne() throws Exception {
        var lock = FolderLock.take(folder);

        assertThrows(IOException.class, () -> FolderLock.take(folder));
        assertEquals(1, takeInAnotherProcess());

        lock.close();
        assertEquals(0, takeInAnotherProcess());
    }

    private int takeInAnotherProcess() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        folder.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Ends with 0 if it got the lock, with 1 (an uncaught exception) if not. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] args) throws IOException {
            FolderLock.take(Path.of(args[0])).close();
        }
    }
}
