package dev.pixapi.simulation.guard;

import java.util.List;

/** The conditions of the ledger's operations, as the model says them. */
final class LedgerGuards {
    private static final String LEDGER = "simulation.model.ModelLedger";
    private static final String TASKS = "simulation.model.ModelTasks";
    private static final String LOTS = "simulation.model.ModelLots";

    static final List<Guard> ALL =
            List.of(
                    guard(
                            "a grant id is used once",
                            "var before = account.grants.get(grant.id()); if (before != null) {",
                            "var before = account.grants.get(grant.id()); if (false) {"),
                    guard("a task id is opened once", "if (earlier.isPresent()) {", "if (false) {"),
                    guard(
                            "a frozen account holds nothing more",
                            "if (account.frozen.isPresent()) { return new OpenOutcome.Frozen();",
                            "if (false) { return new OpenOutcome.Frozen();"),
                    guard(
                            "what is held was available",
                            "if (shard.available < order.hold().millionths()) {",
                            "if (false) {"),
                    guard(
                            "an account has no more tasks than its limit",
                            "if (shard.tasks >= shard.mostTasks) {",
                            "if (false) {"),
                    guard(
                            "a task that has ended is not claimed",
                            "if (task.isTerminal()) { return new ClaimOutcome.Ended(task);",
                            "if (false) { return new ClaimOutcome.Ended(task);"),
                    guard(
                            "the repeat of a claim is that claim",
                            "if (row.get().runner().equals(terms.runner())) {",
                            "if (false) {"),
                    guard(
                            "a live lease keeps others away",
                            "var isLeased = task.progress().isLeased(terms.now());",
                            "var isLeased = false;"),
                    guard(
                            "attempts are limited",
                            "task.progress().attempts() >= terms.mostAttempts() || !task.order()",
                            "!task.order()"),
                    guard(
                                    "a task is not taken up past its deadline",
                                    "|| !task.order().deadline().isAfter(terms.now());",
                                    ";")
                            .shownBy("async, its message comes behind its deadline"),
                    tasks("each claim raises the fence", "p.fence() + 1,", "p.fence(),"),
                    tasks("each claim is an attempt", "p.attempts() + 1,", "p.attempts(),"),
                    tasks(
                            "a claim takes a lease",
                            "p.attempts() + 1, terms.leaseEnds(),",
                            "p.attempts() + 1, Instant.EPOCH,"),
                    tasks(
                            "a claim bears its runner's name",
                            "new ModelTask(task, terms.runner(), row.due())",
                            "new ModelTask(task, \"\", row.due())"),
                    guard(
                            "only a running task's lease is renewed",
                            "if (found.filter(task -> task.status() =="
                                    + " TaskStatus.PROCESSING).isEmpty()) {",
                            "if (found.isEmpty()) {"),
                    guard(
                            "a lease is renewed by the newest fence",
                            "if (found.get().progress().fence() != claimed.progress().fence()) {",
                            "if (false) {"),
                    guard(
                            "a task ends once",
                            "if (found.isTerminal()) { return new SettleOutcome.Ended(found);",
                            "if (false) { return new SettleOutcome.Ended(found);"),
                    guard(
                            "a task is ended by the newest fence",
                            "if (found.progress().fence() != task.progress().fence()) {",
                            "if (false) {"),
                    guard(
                            "a refund id is used once",
                            "var before = account.refunds.get(key); if (before != null) {",
                            "var before = account.refunds.get(key); if (false) {"),
                    guard(
                            "refunds together never exceed the charge",
                            "if (left.compareTo(refund.credits()) < 0) {",
                            "if (false) {"),
                    guard(
                            "nothing expires in a frozen account",
                            "if (account.frozen.isPresent()) { account.lots.putOff(now);",
                            "if (false) { account.lots.putOff(now);"),
                    guard(
                            "what tasks hold does not expire",
                            "account.lots.expire(now, account.held(), account.available())",
                            "account.lots.expire(now, 0, account.available())"),
                    new Guard(
                            "a grant does not expire before its time",
                            LOTS,
                            "if (lots.get(i).expires().isAfter(now)) { continue; }",
                            ""),
                    guard(
                            "what was spent of a grant does not expire",
                            "account.lots.spend(charge);",
                            ""),
                    tasks(
                            "what has ended is no longer due",
                            "row(id).filter(row -> !row.task().isTerminal())",
                            "row(id)"),
                    new Guard(
                            "a refund is of a completed task",
                            LEDGER,
                            "if (found.filter(same -> same.status() =="
                                    + " TaskStatus.COMPLETED).isEmpty()) {",
                            "if (found.isEmpty()) {",
                            "any other task was charged nothing, so a refund of it exceeds its"
                                    + " charge: this condition only names the outcome"),
                    new Guard(
                            "a refund is of this very task",
                            LEDGER,
                            "return one.order().mediaToken().equals(other.order().mediaToken());",
                            "return true;",
                            "an id comes again after ninety days, longer than any history;"
                                    + " RefundTest"),
                    new Guard(
                            "media are deleted of a task that has ended",
                            TASKS,
                            "if (row == null || !row.task().isTerminal()) {",
                            "if (row == null) {",
                            "DeleteMedia looks as well, and a task that has ended stays so"));

    private LedgerGuards() {}

    private static Guard guard(String what, String code, String without) {
        return new Guard(what, LEDGER, code, without);
    }

    private static Guard tasks(String what, String code, String without) {
        return new Guard(what, TASKS, code, without);
    }
}
