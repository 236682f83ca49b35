package dev.pixapi.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class SettlementTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Credits FOUR = Credits.of("4");

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "PROCESSING"})
    void aSettlementEndsATask(TaskStatus status) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Settlement(status, Credits.ZERO, NOW, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELED"})
    void onlyDeliveredImagesAreCharged(TaskStatus status) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Settlement(status, new Credits(1), NOW, Optional.empty()));
    }

    @Test
    void failingAndCancelingSettleZero() {
        var failure = new Failure("model_timeout", "late");
        assertEquals(Credits.ZERO, Settlement.failed(failure, NOW).charge());
        assertEquals(Optional.of(failure), Settlement.failed(failure, NOW).failure());
        assertEquals(Credits.ZERO, Settlement.canceled(NOW).charge());
        assertEquals(TaskStatus.CANCELED, Settlement.canceled(NOW).status());
        assertEquals(FOUR, Settlement.completed(FOUR, NOW).charge());
    }

    @Test
    void anEndedTaskHasNoLeaseAndKeepsItsFence() {
        var running = Progress.running(NOW, NOW.plusSeconds(60));
        var ended = running.ended(Settlement.completed(FOUR, NOW.plusSeconds(30)));
        assertEquals(TaskStatus.COMPLETED, ended.status());
        assertEquals(running.fence(), ended.fence());
        assertEquals(running.started(), ended.started());
        assertEquals(Optional.of(NOW.plusSeconds(30)), ended.ended());
        assertEquals(FOUR, ended.charged());
        assertFalse(ended.isLeased(NOW));
    }

    @Test
    void aLeaseEndsAtItsEnd() {
        var running = Progress.running(NOW, NOW.plusSeconds(60));
        assertTrue(running.isLeased(NOW));
        assertTrue(running.isLeased(NOW.plusSeconds(60).minusNanos(1)));
        assertFalse(running.isLeased(NOW.plusSeconds(60)));
        assertFalse(Progress.submitted().isLeased(NOW));
        assertEquals(0, Progress.submitted().attempts());
        assertEquals(1, running.attempts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a/b",
                "ä",
                "a\n",
                "1234567890123456789012345678901234567890123456789012345678901234+"
            })
    void aGrantIdHasUpTo64PlainCharacters(String id) {
        var account = AccountId.of("test:acme");
        assertThrows(IllegalArgumentException.class, () -> new Grant(account, id, FOUR, NOW));
    }

    @Test
    void aGrantIsMoreThanNothing() {
        var account = AccountId.of("test:acme");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Grant(account, "order-17", Credits.ZERO, NOW));
        assertEquals(FOUR, new Grant(account, "a".repeat(64), FOUR, NOW).credits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "entry_", "entry_1", "task_38SBRHGBSPAZKT3AC8DNW4YGWK"})
    void otherTextsAreNoEntryIds(String text) {
        assertEquals(Optional.empty(), Entry.parseId(text));
    }

    @Test
    void anEntryIdIsAUlid() {
        var id = "entry_38SBRHGBSPAZKT3AC8DNW4YGWK";
        assertEquals(Optional.of(id), Entry.parseId(id));
    }
}
