package dev.pixapi.simulation.hot;

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

/** Tasks for one image, as the ledger sees them. */
final class HotTasks {
    static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

    private HotTasks() {}

    /** A task that its opener runs. */
    static Task running(AccountId account, String name, String hold) {
        var credits = Credits.of(hold);
        var order =
                new Order(
                        TaskId.of(account, name),
                        account,
                        new KeyId("0123456789"),
                        name,
                        "/v1/images/generations",
                        "nano-banana-2-512",
                        "url",
                        1,
                        credits,
                        credits,
                        "2026-01",
                        name,
                        Retention.WEEK,
                        BEGIN,
                        BEGIN.plus(Duration.ofHours(1)),
                        Optional.empty(),
                        Map.of());
        return new Task(order, Progress.running(BEGIN, BEGIN.plusSeconds(60)));
    }
}
