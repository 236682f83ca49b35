package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Order;
import dev.pixapi.ledger.Progress;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.media.Retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tasks as requests make them, and the terms on which runners take them. */
final class TestingTasks {
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration DEADLINE = Duration.ofMinutes(10);
    static final int MOST_ATTEMPTS = 2;

    private TestingTasks() {}

    /** A task that waits for a worker; an account has one of each name. */
    static Task submitted(AccountId account, String name, String hold) {
        return submitted(account, name, hold, NOW);
    }

    static Task submitted(AccountId account, String name, String hold, Instant created) {
        return new Task(order(account, name, Credits.of(hold), created), Progress.submitted());
    }

    /** A task that its opener runs. */
    static Task running(AccountId account, String name, String hold) {
        return new Task(
                order(account, name, Credits.of(hold), NOW),
                Progress.running(NOW, NOW.plus(LEASE)));
    }

    static ClaimTerms terms(String runner, Instant now) {
        return new ClaimTerms(runner, now, now.plus(LEASE), MOST_ATTEMPTS);
    }

    private static Order order(AccountId account, String name, Credits hold, Instant created) {
        return new Order(
                TaskId.of(account, name),
                account,
                new KeyId("0123456789"),
                "digest of " + name,
                "/v1/async/images/generations",
                "nano-banana-2-512",
                "url",
                4,
                hold,
                new Credits(hold.millionths() / 4),
                "2026-01",
                "token",
                Retention.WEEK,
                created,
                created.plus(DEADLINE),
                Optional.of("their user"),
                Map.of("job", "7", "kind", ""));
    }
}
