package dev.pixapi.task;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Unknown;

/**
 * Counts what the operator has paid, or may have paid, and nobody is charged for. Each is counted
 * when it is known; the sum of what is at risk stands in the task's row when it ends.
 */
final class Losses {
    private final Metrics metrics;
    private Credits atRisk = Credits.ZERO;

    /** Of one run of a task. */
    Losses(Metrics metrics) {
        this.metrics = metrics;
    }

    void wasted(Task task, int images) {
        if (images > 0) {
            paid(task).add(Metric.WASTED_IMAGES, images);
        }
    }

    /** A runner's images for a task that was given up before they came. */
    void tooLate(Task ended, Settlement ours) {
        if (ours.status() == TaskStatus.COMPLETED && ended.status() != TaskStatus.COMPLETED) {
            wasted(ended, ended.ended(ours).delivered().orElse(ended.order().count()));
        }
    }

    /** The runner before this one stopped, perhaps in the middle of a call, and left nothing. */
    void runnerLost(Task task) {
        atRisk = ofRuns(task, task.progress().attempts() - 1);
        count(task, task.order().hold());
    }

    /** It was given up: its last runner, where it had one, was lost too. */
    void givenUp(Task task) {
        if (task.progress().attempts() > 0) {
            count(task, task.order().hold());
        }
    }

    /** What so many runs that left nothing may have cost. */
    static Credits ofRuns(Task task, int runs) {
        return task.order().hold().times(Math.max(0, runs));
    }

    /** As far as calls were left without a whole answer. */
    void unknown(Task task, ProviderOutcome outcome) {
        var unknown = credits(task, outcome);
        atRisk = atRisk.plus(unknown);
        count(task, unknown);
    }

    /** Of this run and those before it. */
    Credits atRisk() {
        return atRisk;
    }

    private static Credits credits(Task task, ProviderOutcome outcome) {
        return switch (outcome) {
            case Unknown _ -> task.order().hold();
            case Images images ->
                    task.order()
                            .perImage()
                            .times(
                                    (int)
                                            images.missing().stream()
                                                    .filter(Unknown.class::isInstance)
                                                    .count());
            default -> Credits.ZERO;
        };
    }

    /** In the caller's credits: what the provider would take is not known here. */
    private void count(Task task, Credits credits) {
        if (!credits.equals(Credits.ZERO)) {
            paid(task).add(Metric.COST_AT_RISK, credits.roughly());
        }
    }

    private Metrics paid(Task task) {
        return metrics.wherePaid(task.order().account().mode());
    }
}
