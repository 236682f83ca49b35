package dev.pixapi.local.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
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

/** A task as a request makes it. */
final class TestingTask {
    private TestingTask() {}

    /** One that its opener runs; an account has one of each name. */
    static Task running(AccountId account, String name, Instant now) {
        return new Task(
                order(account, name, now), Progress.running(now, now.plus(Duration.ofMinutes(1))));
    }

    private static Order order(AccountId account, String name, Instant now) {
        return new Order(
                TaskId.of(account, name),
                account,
                new KeyId("0123456789"),
                "digest of " + name,
                "/v1/images/generations",
                "nano-banana-2-512",
                "url",
                1,
                Credits.of("4"),
                Credits.of("4"),
                "2026-01",
                "token",
                Retention.WEEK,
                now,
                now.plus(Duration.ofMinutes(10)),
                Optional.empty(),
                Map.of());
    }
}
