package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of an account's book against the rows of their tasks, where these are kept. */
record TaskCheck(AccountId account, Ledger ledger, TaskStore tasks) {
    /** A repeated key opens a task of the same id months later, when the row has gone. */
    private static final Duration ANOTHER = Duration.ofDays(1);

    List<Break> breaks(BookLine line) {
        return switch (line.entry().kind()) {
            case SETTLE -> settled(line);
            case REFUND -> task(line.entry()).map(this::refunded).orElse(List.of());
            case GRANT, EXPIRE, ADJUST -> List.of();
        };
    }

    private List<Break> settled(BookLine line) {
        var breaks = new ArrayList<Break>();
        var charged = line.entry().credits();
        if (charged.compareTo(line.held()) > 0) {
            var what = "charges %s of %s that were held".formatted(charged, line.held());
            breaks.add(broken(5, line, what));
        }
        task(line.entry()).ifPresent(task -> settled(line, task, breaks));
        return breaks;
    }

    private void settled(BookLine line, Task task, List<Break> breaks) {
        var order = task.order();
        var progress = task.progress();
        var charged = line.entry().credits();
        if (!order.account().equals(account)) {
            breaks.add(broken(4, line, "is about a task of " + order.account()));
        }
        if (!task.isTerminal()) {
            breaks.add(broken(5, line, "is about a task that has not ended"));
        } else if (!progress.ended().equals(Optional.of(line.entry().time()))) {
            // Of two entries, one at most is of the time when the task ended.
            breaks.add(broken(5, line, "is of another time than the end of its task"));
        }
        if (!progress.charged().equals(charged)) {
            var what = "charges %s, but its task %s".formatted(charged, progress.charged());
            breaks.add(broken(4, line, what));
        }
        if (!order.hold().equals(line.held())) {
            var what =
                    "ends a hold of %s, but its task held %s"
                            .formatted(line.held(), order.hold());
            breaks.add(broken(5, line, what));
        }
    }

    /** All refunds of a task together, those that have just been made among them. */
    private List<Break> refunded(Task task) {
        var refunds =
                ledger.entriesOf(task).stream()
                        .filter(entry -> entry.kind() == Entry.Kind.REFUND)
                        .map(Entry::credits)
                        .reduce(Credits.ZERO, Credits::plus);
        var charged = task.progress().charged();
        return refunds.compareTo(charged) <= 0
                ? List.of()
                : List.of(
                        new Break(
                                account,
                                4,
                                "%s was charged %s, and refunded %s"
                                        .formatted(task.id(), charged, refunds)));
    }

    /** Empty where its row is not kept any more. */
    private Optional<Task> task(Entry entry) {
        return TaskId.parse(entry.reference())
                .flatMap(tasks::find)
                .filter(task -> task.order().created().isBefore(entry.time().plus(ANOTHER)));
    }

    private Break broken(int invariant, BookLine line, String what) {
        var about = "%s, of %s, ".formatted(line.id(), line.entry().reference());
        return new Break(account, invariant, about + what);
    }
}
