package dev.pixapi.local.conformance;

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

/** Tasks as requests make them, of few names, so that a name comes again. */
final class Tasks {
    static final Duration LEASE = Duration.ofSeconds(20);
    static final Duration DEADLINE = Duration.ofMinutes(10);

    private Tasks() {}

    /**
     * @param token what tells it from a later task of its name
     */
    static Task submitted(
            AccountId account, String name, String token, Credits hold, Instant created) {
        return new Task(order(account, name, token, hold, created), Progress.submitted());
    }

    /** Run by its opener. */
    static Task running(Task submitted) {
        var created = submitted.order().created();
        return new Task(submitted.order(), Progress.running(created, created.plus(LEASE)));
    }

    /** Another one of its id. */
    static Task again(Task task, String token, Instant created) {
        var order = task.order();
        var name = order.metadata().get("job");
        return submitted(order.account(), name, token, order.hold(), created);
    }

    private static Order order(
            AccountId account, String name, String token, Credits hold, Instant created) {
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
                token,
                Retention.WEEK,
                created,
                created.plus(DEADLINE),
                Optional.of("their user"),
                Map.of("job", name));
    }
}
