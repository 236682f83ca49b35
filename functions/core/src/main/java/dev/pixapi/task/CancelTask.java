package dev.pixapi.task;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.SettleOutcome.Ended;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.SettleOutcome.Superseded;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;

import java.time.Clock;

/** Cancels a task that no worker has claimed, and releases its hold. */
public final class CancelTask {
    private final FindTask find;
    private final Ledger ledger;
    private final Clock clock;

    public CancelTask(FindTask find, Ledger ledger, Clock clock) {
        this.find = find;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Canceling twice is canceling once. The fence that was read is the condition: a worker that
     * claims in between wins.
     *
     * @throws ApiException 404 for a foreign or unknown task, 409 for one that is past canceling
     */
    public Task cancel(AccountId account, String id) {
        var task = find.find(account, id);
        if (task.status() == TaskStatus.CANCELED) {
            return task;
        }
        if (task.status() != TaskStatus.SUBMITTED) {
            throw tooLate();
        }
        return switch (ledger.settle(task, Settlement.canceled(clock.instant()))) {
            case Settled(var canceled) -> canceled;
            case Ended(var ended) when ended.status() == TaskStatus.CANCELED -> ended;
            case Ended(_), Superseded() -> throw tooLate();
        };
    }

    private static ApiException tooLate() {
        return ApiException.of(
                ErrorCode.NOT_CANCELABLE, "The task is past canceling: it runs, or it has ended.");
    }
}
