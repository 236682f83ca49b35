package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.local.ByteRange.Unsatisfiable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/** Ranges of an object of 100 bytes. */
class ByteRangeTest {
    private static final long LENGTH = 100;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=0-100, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=99-, 99, 99",
        "bytes=0-, 0, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-101, 0, 99",
        "bytes=50-999999999999999999, 50, 99",
    })
    void aRangeIsCutToTheObject(String header, long first, long last) throws Unsatisfiable {
        assertEquals(Optional.of(new ByteRange(first, last)), ByteRange.of(header, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void aRangeBehindTheEndCannotBeHad(String header) {
        assertThrows(Unsatisfiable.class, () -> ByteRange.of(header, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=9-8",
                "bytes=-",
                "bytes=",
                "bytes",
                "",
                "items=0-1",
                "bytes=a-b",
                "bytes=0-1-2",
                "bytes=9999999999999999999-",
                "bytes=--1"
            })
    void severalRangesAndWhatIsNoneMeanTheWhole(String header) throws Unsatisfiable {
        assertEquals(Optional.empty(), ByteRange.of(header, LENGTH));
    }

    @Test
    void nothingCanBeHadOfNothing() {
        assertThrows(Unsatisfiable.class, () -> ByteRange.of("bytes=0-", 0));
        assertThrows(Unsatisfiable.class, () -> ByteRange.of("bytes=-5", 0));
    }
}
