package dev.pixapi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.ledger.Failure;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class FailuresTest {
    /** Those that came beside it are charged. */
    @Test
    void anImageThatDidNotComeSaysNothingOfTheWholeTasksCharge() {
        var missing = List.of(Failures.of(new Unknown("reset")));
        var manifest =
                new Manifest(
                        Instant.EPOCH,
                        "auto",
                        "auto",
                        List.of(),
                        3,
                        0,
                        missing,
                        Optional.empty(),
                        List.of());

        var messages = manifest.missing(2).stream().map(Failure::message).toList();

        assertEquals(2, messages.size());
        messages.forEach(message -> assertFalse(message.contains("Nothing was charged;"), message));
    }
}
