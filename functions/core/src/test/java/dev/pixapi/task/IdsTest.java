package dev.pixapi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.ledger.TaskId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Ids ids = new Ids(InstantSource.fixed(NOW), new Random(17));

    @Test
    void namesHaveTheirForms() {
        assertEquals(Optional.of(ids.task().value().length()), Optional.of(31));
        assertTrue(TaskId.parse(ids.task().value()).isPresent());
        assertTrue(ids.mediaToken().matches("[0-9a-f]{32}"));
        assertTrue(ids.runner().matches("[0-9a-f]{16}"));
    }

    @Test
    void taskIdsSortByTime() {
        var before = new Ids(InstantSource.fixed(NOW.minusMillis(1)), new Random(17));
        for (var i = 0; i < 100; i++) {
            assertTrue(before.task().value().compareTo(ids.task().value()) < 0);
        }
    }

    @Test
    void allRandomnessComesFromOutside() {
        var same = new Ids(InstantSource.fixed(NOW), new Random(17));
        assertEquals(ids.task(), same.task());
        assertEquals(ids.mediaToken(), same.mediaToken());
        assertEquals(ids.runner(), same.runner());
        assertNotEquals(
                ids.mediaToken(),
                new Ids(InstantSource.fixed(NOW), RandomGenerator.getDefault()).mediaToken());
    }

    @Test
    void noNameIsGivenTwice() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) {
            assertTrue(seen.add(ids.task().value()));
            assertTrue(seen.add(ids.mediaToken()));
            assertTrue(seen.add(ids.runner()));
        }
    }
}
