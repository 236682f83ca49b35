package dev.pixapi.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.media.Lifetime;
import dev.pixapi.media.MediaFolder;

import org.junit.jupiter.api.Test;

class FileOrderTest {
    @Test
    void noFileIsGoneBeforeItHasExpired() {
        var kept =
                MediaFolder.lifetimes().stream()
                        .filter(lifetime -> MediaFolder.FILES.has(lifetime.prefix()))
                        .map(Lifetime::kept)
                        .toList();

        assertTrue(kept.getFirst().compareTo(FileOrder.LONGEST_LIFE) > 0, kept::toString);
    }
}
