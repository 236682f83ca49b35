package dev.pixapi.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;

class FileIdTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void aNewIdIsReadAgain() {
        var id = FileId.next(NOW, new Random(1));
        assertEquals(Optional.of(id), FileId.parse(id.toString()));
    }

    @Test
    void laterIdsStandBehindEarlierOnes() {
        var first = FileId.next(NOW, new Random(1)).value();
        var second = FileId.next(NOW.plusMillis(1), new Random(2)).value();
        assertTrue(first.compareTo(second) < 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file_",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "task_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "file-01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "FILE_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "file_01ARZ3NDEKTSV4RRFFQ69G5FA",
                "file_01ARZ3NDEKTSV4RRFFQ69G5FAVV",
                "file_81ARZ3NDEKTSV4RRFFQ69G5FAV",
                "file_01arz3ndektsv4rrffq69g5fav",
                "file_01ARZ3NDEKTSV4RRFFQ69G5FAI",
                "file_01ARZ3NDEKTSV4RRFFQ69G5FA/",
                "file_01ARZ3NDEKTSV4RRFFQ69G5FAV\n",
            })
    void noOtherTextIsAnId(String text) {
        assertEquals(Optional.empty(), FileId.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new FileId(text));
    }
}
