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

/** Counts what the operator has paid, or may have paid, and nobody is charged for. */
final class Losses {
    private final Metrics metrics;

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

    /** Its last runner stopped, perhaps in the middle of a call. */
    void runnerLost(Task task) {
        if (task.progress().attempts() > 0) {
            atRisk(task, task.order().hold());
        }
    }

    /** As far as calls were left without a whole answer. */
    void unknown(Task task, ProviderOutcome outcome) {
        if (outcome instanceof Unknown) {
            atRisk(task, task.order().hold());
        } else if (outcome instanceof Images images) {
            var unknown = images.missing().stream().filter(Unknown.class::isInstance).count();
            atRisk(task, task.order().perImage().times((int) unknown));
        }
    }

    /** In the caller's credits: what the provider would take is not known here. */
    private void atRisk(Task task, Credits credits) {
        if (!credits.equals(Credits.ZERO)) {
            paid(task).add(Metric.COST_AT_RISK, credits.roughly());
        }
    }

    private Metrics paid(Task task) {
        return metrics.wherePaid(task.order().account().mode());
    }
}
