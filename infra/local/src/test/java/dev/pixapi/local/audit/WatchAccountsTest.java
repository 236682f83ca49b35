package dev.pixapi.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.audit.TestingAudit.Account;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;

/** What the stream of the accounts tells: every row that does not add up freezes its account. */
class WatchAccountsTest {
    private static TestingAudit system;

    private final Account account = system.account(100);

    @BeforeAll
    static void start() {
        system = new TestingAudit();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource({
        "available, 1",
        "available, -1",
        "held, 1",
        "spent, 1",
        "spent, -1",
        "granted, 1",
        "granted, -1",
        "expired, 1",
        "refunded, 1",
        "moved_in, 1",
        "moved_out, 1",
    })
    void aCounterThatWasChangedByHandFreezesTheAccount(String counter, long millionths)
            throws InterruptedException {
        system.charged(account);
        system.add(account, counter, millionths);
        system.awaitFrozen(account);
        assertTrue(system.row(account).get("frozen").s().startsWith("invariant 1: shard 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"held", "expired", "refunded", "tasks", "moved_out"})
    void whatIsLessThanNothingFreezesTheAccountThoughTheSumIsRight(String counter)
            throws InterruptedException {
        var row = new HashMap<>(system.row(account));
        row.put(counter, AttributeValue.fromN("-1"));
        var sign = counter.equals("refunded") ? -1 : 1;
        if (!counter.equals("tasks")) {
            row.put("available", AttributeValue.fromN(Long.toString(100_000_000 + sign)));
        }
        system.put(Resources.ACCOUNTS, row);
        system.awaitFrozen(account);
        assertTrue(system.row(account).get("frozen").s().startsWith("invariant 2: "));
    }

    @Test
    void aRowWithoutACounterFreezesTheAccount() throws InterruptedException {
        var row = new HashMap<>(system.row(account));
        row.remove("spent");
        system.put(Resources.ACCOUNTS, row);
        system.awaitFrozen(account);
    }

    @Test
    void creditsThatAreHeldForNoTaskFreezeTheAccount() throws InterruptedException {
        var row = new HashMap<>(system.row(account));
        row.put("held", AttributeValue.fromN("1"));
        row.put("available", AttributeValue.fromN("99999999"));
        system.put(Resources.ACCOUNTS, row);
        system.awaitFrozen(account);
        assertTrue(system.row(account).get("frozen").s().startsWith("invariant 3: "));
    }

    @Test
    void nothingIsMended() throws InterruptedException {
        system.charged(account);
        system.add(account, "spent", 7);
        var broken = system.row(account);
        var book = system.book(account);
        system.awaitFrozen(account);
        var frozen = system.row(account);
        frozen.remove("frozen");
        assertEquals(broken, frozen);
        assertEquals(book, system.book(account));
    }

    @Test
    void aFrozenAccountHoldsNothingMoreAndIsReadAndWhatRunsIsSettled() throws InterruptedException {
        var running = system.slow(account);
        system.add(account, "available", 1);
        system.awaitFrozen(account);
        var refused = system.generate(account);
        assertEquals(403, refused.status());
        assertEquals("account_frozen", refused.errorCode());
        for (var path : List.of("/v1/credits", "/v1/credits/entries", "/v1/tasks")) {
            assertEquals(200, system.pixapi().get(path, account.key()).status(), path);
        }
        var task = system.pixapi().await(account.key(), running);
        assertEquals("completed", task.string("status"));
        var credits = system.pixapi().credits(account.key());
        assertEquals(0, credits.number("held"));
        assertEquals(4, credits.number("spent"));
    }

    @Test
    void aHealthyAccountIsLeftAlone() throws InterruptedException {
        var other = system.account(100);
        for (var i = 0; i < 5; i++) {
            system.charged(account);
        }
        // The stream is read in order: what the other is frozen for came behind.
        system.add(other, "spent", 1);
        system.awaitFrozen(other);
        assertFalse(system.isFrozen(account));
    }
}
