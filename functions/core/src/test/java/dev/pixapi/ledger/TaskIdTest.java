package dev.pixapi.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class TaskIdTest {
    private static final AccountId ACME = AccountId.of("test:acme");

    /**
     * Computed elsewhere: 128 bits of SHA-256 of account, zero byte, key, in Crockford's base 32.
     */
    @ParameterizedTest
    @CsvSource({
        "test:acme, order-17, task_38SBRHGBSPAZKT3AC8DNW4YGWK",
        "live:acme, order-17, task_3WE079MP97B4K68X89PA1ES0BP",
    })
    void anIdempotencyKeyAlwaysNamesTheSameTask(String account, String key, String id) {
        assertEquals(new TaskId(id), TaskId.of(AccountId.of(account), key));
    }

    @Test
    void accountsModesAndKeysDoNotMix() {
        var id = TaskId.of(ACME, "17");
        assertNotEquals(id, TaskId.of(ACME, "18"));
        assertNotEquals(id, TaskId.of(AccountId.of("live:acme"), "17"));
        assertNotEquals(id, TaskId.of(AccountId.of("test:acme1"), "7"));
        assertNotEquals(TaskId.of(ACME, "a"), TaskId.of(ACME, "A"));
        assertNotEquals(TaskId.of(ACME, "a"), TaskId.of(ACME, "a "));
    }

    @Test
    void anyKeyGivesAWellFormedId() {
        for (var key : new String[] {"", "ä", "🦊", "\0", "a".repeat(255)}) {
            var id = TaskId.of(ACME, key);
            assertEquals(Optional.of(id), TaskId.parse(id.value()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "task_",
                "38SBRHGBSPAZKT3AC8DNW4YGWK",
                "task_38SBRHGBSPAZKT3AC8DNW4YGW",
                "task_38SBRHGBSPAZKT3AC8DNW4YGWKK",
                "task_88SBRHGBSPAZKT3AC8DNW4YGWK", // more than 128 bits
                "task_38SBRHGBSPAZKT3AC8DNW4YGWU", // no letter of base 32
                "task_38sbrhgbspazkt3ac8dnw4ygwk",
                "TASK_38SBRHGBSPAZKT3AC8DNW4YGWK",
                "task_38SBRHGBSPAZKT3AC8DNW4YGWK\n",
                "../task_38SBRHGBSPAZKT3AC8DNW4Y",
            })
    void otherTextsAreNoTaskIds(String text) {
        assertEquals(Optional.empty(), TaskId.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new TaskId(text));
    }
}
