package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome;
import dev.pixapi.ledger.GrantOutcome.Granted;
import dev.pixapi.ledger.GrantOutcome.GrantedBefore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accounts, and the credits that they are given. */
class GrantTest {
    private static TestingLedger tables;

    @BeforeAll
    static void start() {
        tables = new TestingLedger();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    private static GrantOutcome grant(AccountId account, String id, String credits) {
        return tables.ledger().grant(new Grant(account, id, Credits.of(credits), NOW));
    }

    @Test
    void aNewAccountHasNothing() {
        var account = tables.newName();
        assertEquals(Optional.empty(), tables.ledger().balance(account));
        tables.ledger().createAccount(account, 5);
        var nothing = Credits.ZERO;
        assertEquals(
                Optional.of(new Balance(nothing, nothing, nothing, nothing, nothing, nothing)),
                tables.ledger().balance(account));
        tables.audit(account);
    }

    @Test
    void anAccountThatIsThereStaysAsItIs() {
        var account = tables.account("10");
        tables.open(submitted(account, "a", "4"));
        var before = tables.accountRow(account);
        tables.ledger().createAccount(account, 7);
        assertEquals(before, tables.accountRow(account));
    }

    @Test
    void aGrantIsAvailableAndInTheBook() {
        var account = tables.account("0.000001");
        assertEquals(new Granted(), grant(account, "order-1", "10"));
        assertEquals("available 10.000001, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals(
                Credits.of("10.000001"), tables.ledger().balance(account).orElseThrow().granted());
        var lines = tables.entries(account).stream();
        assertEquals(
                Map.of("welcome", Credits.of("0.000001"), "order-1", Credits.of("10")),
                lines.filter(entry -> entry.kind() == Entry.Kind.GRANT)
                        .collect(Collectors.toMap(Entry::reference, Entry::credits)));
        tables.audit(account);
    }

    @Test
    void aGrantIdIsUsedOnceWhateverComesWithIt() {
        var account = tables.account("10");
        var before = new GrantedBefore(Credits.of("10"));
        assertEquals(before, grant(account, "welcome", "10"));
        var other = new Grant(account, "welcome", Credits.of("99"), NOW.plusSeconds(1));
        assertEquals(before, tables.ledger().grant(other));
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals(1, tables.entries(account).size());
        tables.audit(account);
    }

    @Test
    void twoAccountsMayUseOneGrantId() {
        var account = tables.account("10");
        var live = new AccountId(Mode.LIVE, account.name());
        tables.ledger().createAccount(live, 5);
        assertEquals(new Granted(), grant(live, "welcome", "3"));
        assertEquals("available 3, held 0, spent 0, tasks 0", tables.counters(live));
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void ofManyEqualGrantsAtOnceExactlyOneCounts() {
        var account = tables.account("1");
        var outcomes = Together.<GrantOutcome>run(16, _ -> grant(account, "order-1", "10"));
        assertEquals(1, Together.count(outcomes, Granted.class));
        assertEquals(15, Together.count(outcomes, GrantedBefore.class));
        assertEquals("available 11, held 0, spent 0, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void ofManyGrantsOfOneIdAtManyTimesExactlyOneCounts() {
        var account = tables.account("1");
        var outcomes =
                Together.<GrantOutcome>run(
                        16,
                        i ->
                                tables.ledger()
                                        .grant(
                                                new Grant(
                                                        account,
                                                        "order-1",
                                                        Credits.of("10"),
                                                        NOW.plusMillis(i))));
        assertEquals(1, Together.count(outcomes, Granted.class));
        assertEquals("available 11, held 0, spent 0, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void ofManyDifferentGrantsAtOnceEachCounts() {
        var account = tables.account("1");
        var outcomes = Together.<GrantOutcome>run(16, i -> grant(account, "order-" + i, "10"));
        assertEquals(16, Together.count(outcomes, Granted.class));
        assertEquals("available 161, held 0, spent 0, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void anAccountThatIsNotThereIsGivenNothing() {
        var account = tables.newName();
        var cancelled =
                assertThrows(
                        TransactionCanceledException.class, () -> grant(account, "order-1", "10"));
        assertEquals(
                List.of("ConditionalCheckFailed", "None", "None"),
                cancelled.cancellationReasons().stream().map(CancellationReason::code).toList());
        assertEquals(Map.of(), tables.accountRow(account));
        // The id was not used up either.
        tables.ledger().createAccount(account, 5);
        assertEquals(new Granted(), grant(account, "order-1", "10"));
        tables.audit(account);
    }
}
