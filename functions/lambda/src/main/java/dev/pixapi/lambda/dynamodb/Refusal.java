package dev.pixapi.lambda.dynamodb;

import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.Task;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/**
 * Why an account did not take a task. Several reasons may hold at once: told is the one that has to
 * be put right first.
 */
final class Refusal {
    private Refusal() {}

    /**
     * @param account the row as it was when its condition failed; empty where there was none
     */
    static OpenOutcome of(Map<String, AttributeValue> account, Task task, int shards) {
        if (account.isEmpty()) {
            return new OpenOutcome.NoAccount();
        }
        var row = Item.of(account);
        if (row.optionalText("frozen").isPresent()) {
            return new OpenOutcome.Frozen();
        }
        var actual = AccountRow.shards(account);
        if (actual != shards) {
            return new OpenOutcome.Resharded(actual);
        }
        var available = row.requiredCredits("available");
        return available.compareTo(task.order().hold()) < 0
                ? new OpenOutcome.Insufficient(available)
                : new OpenOutcome.TooManyTasks(row.requiredNumber("task_limit"));
    }
}
