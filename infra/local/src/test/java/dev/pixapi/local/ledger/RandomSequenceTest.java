package dev.pixapi.local.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.ClaimOutcome;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Many operations in no order that makes sense, with arguments that are old, repeated or foreign.
 * The books balance all the same.
 */
class RandomSequenceTest {
    private static final int OPERATIONS = 500;
    private static final long SEED = 20_260_731;

    /** What such a sequence must have met, or it has proved little. */
    private static final Set<String> OUTCOMES =
            Set.of(
                    "Opened",
                    "Exists",
                    "Insufficient",
                    "TooManyTasks",
                    "Claimed",
                    "Leased",
                    "Exhausted",
                    "ClaimOutcome.Ended",
                    "Unknown",
                    "Settled",
                    "Superseded",
                    "SettleOutcome.Ended",
                    "Granted",
                    "GrantedBefore",
                    "renewed",
                    "not renewed");

    private final Random random = new Random(SEED);
    private final Set<String> met = new TreeSet<>();

    /** Every version of a task that an operation ever returned. */
    private final List<Task> versions = new ArrayList<>();

    private Instant now = TestingLedger.NOW;
    private int opened;

    @Test
    void theBooksBalanceAfterAnySequence() {
        try (var tables = new TestingLedger()) {
            var accounts = Stream.generate(() -> account(tables)).limit(3).toList();
            var audited = accounts.toArray(AccountId[]::new);
            for (var i = 0; i < OPERATIONS; i++) {
                now = now.plusSeconds(random.nextInt(20));
                operate(tables, accounts.get(random.nextInt(accounts.size())));
                if (i % 100 == 99) {
                    tables.audit(audited);
                }
            }
        }
        assertEquals(new TreeSet<>(OUTCOMES), met);
    }

    private static AccountId account(TestingLedger tables) {
        var account = tables.newName();
        tables.ledger().createAccount(account, 6);
        tables.grant(account, "welcome", "12");
        return account;
    }

    private void operate(TestingLedger tables, AccountId account) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> open(tables, account);
            case 3, 4, 5 -> claim(tables, account);
            case 6, 7 -> settle(tables);
            case 8 -> cancel(tables);
            case 9 -> grant(tables, account);
            default -> renew(tables);
        }
    }

    private void open(TestingLedger tables, AccountId account) {
        // One in three is a repeat, mostly with another price.
        var number = random.nextInt(3) == 0 ? random.nextInt(opened + 1) : ++opened;
        var hold = random.nextInt(1, 5) + "." + random.nextInt(1_000_000);
        var task = TestingTasks.submitted(account, "task " + number, hold, now);
        var outcome = tables.ledger().open(task);
        met.add(outcome.getClass().getSimpleName());
        switch (outcome) {
            case OpenOutcome.Opened(var it) -> versions.add(it);
            case OpenOutcome.Exists(var it) -> versions.add(it);
            case OpenOutcome.Insufficient _,
                    OpenOutcome.TooManyTasks _,
                    OpenOutcome.Frozen _,
                    OpenOutcome.Resharded _,
                    OpenOutcome.NoAccount _ -> {}
        }
    }

    private void claim(TestingLedger tables, AccountId account) {
        var task =
                versions.isEmpty() || random.nextInt(20) == 0
                        ? TestingTasks.submitted(account, "never opened", "1")
                        : recent();
        var terms = TestingTasks.terms("runner " + random.nextInt(5), now);
        var outcome = tables.ledger().claim(task.id(), terms);
        met.add(name(outcome));
        switch (outcome) {
            case ClaimOutcome.Claimed(var it) -> versions.add(it);
            case ClaimOutcome.Exhausted(var it) -> versions.add(it);
            case ClaimOutcome.Leased _, ClaimOutcome.Ended _, ClaimOutcome.Unknown _ -> {}
        }
    }

    private void settle(TestingLedger tables) {
        if (!versions.isEmpty()) {
            var task = recent();
            met.add(name(tables.ledger().settle(task, settlement(task))));
        }
    }

    private void cancel(TestingLedger tables) {
        if (!versions.isEmpty()) {
            tables.find(recent())
                    .filter(task -> task.status() == TaskStatus.SUBMITTED)
                    .map(task -> tables.ledger().settle(task, Settlement.canceled(now)))
                    .ifPresent(outcome -> met.add(name(outcome)));
        }
    }

    private void grant(TestingLedger tables, AccountId account) {
        var id = "grant-" + random.nextInt(8);
        var credits = new Credits(random.nextLong(1, 5_000_000));
        var outcome = tables.ledger().grant(new Grant(account, id, credits, now));
        met.add(outcome.getClass().getSimpleName());
    }

    private void renew(TestingLedger tables) {
        if (!versions.isEmpty()) {
            var renewed = tables.ledger().renew(recent(), now.plus(Duration.ofSeconds(60)));
            met.add(renewed ? "renewed" : "not renewed");
        }
    }

    private Settlement settlement(Task task) {
        var hold = task.order().hold().millionths();
        return random.nextBoolean()
                ? Settlement.completed(new Credits(random.nextLong(hold + 1)), now)
                : Settlement.failed(new Failure("internal_error", "It failed."), now);
    }

    /** Mostly one of the last versions, now and then an old one. */
    private Task recent() {
        var from = random.nextInt(4) == 0 ? 0 : Math.max(0, versions.size() - 8);
        return versions.get(random.nextInt(from, versions.size()));
    }

    private static String name(ClaimOutcome outcome) {
        return outcome instanceof ClaimOutcome.Ended
                ? "ClaimOutcome.Ended"
                : outcome.getClass().getSimpleName();
    }

    private static String name(SettleOutcome outcome) {
        return outcome instanceof SettleOutcome.Ended
                ? "SettleOutcome.Ended"
                : outcome.getClass().getSimpleName();
    }
}
