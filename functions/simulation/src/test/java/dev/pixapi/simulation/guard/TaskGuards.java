package dev.pixapi.simulation.guard;

import java.util.List;

/** The checks of the use cases. */
final class TaskGuards {
    static final List<Guard> ALL =
            List.of(
                    new Guard(
                            "a key names one task",
                            "task.TaskOpener",
                            ".map(key -> TaskId.of(principal.account(), key)) .orElseGet(",
                            ".map(_ -> parts.ids.task()).orElseGet("),
                    new Guard(
                            "a key stands for one body",
                            "task.TaskOpener",
                            "if (!existing.order().digest().equals(submission.digest())) {",
                            "if (false) {"),
                    new Guard(
                            "an opener whose reply was lost knows its task",
                            "task.TaskOpener",
                            "case Exists(var existing) when isOurs(existing, task) ->",
                            "case Exists(var existing) when false && isOurs(existing, task) ->"),
                    new Guard(
                            "an opening has a token of its own",
                            "task.TaskOpener",
                            "parts.ids.mediaToken(),",
                            "\"token\","),
                    new Guard(
                            "a sync task is leased from the start",
                            "task.TaskOpener",
                            "Progress.running(now, now.plus(lease))",
                            "Progress.running(now, now)"),
                    new Guard(
                            "a repeat joins the task, and runs nothing",
                            "task.GenerateImages",
                            "new Generated(join(task, patience), true);",
                            "new Generated(run(task, submission, Inputs.NONE), true);"),
                    new Guard(
                            "a joined task is shown when it has ended",
                            "task.GenerateImages",
                            ".filter(Task::isTerminal)",
                            ""),
                    new Guard(
                            "a worker claims for as long as a lease",
                            "task.WorkTask",
                            "now.plus(settings.lease()),",
                            "now,"),
                    new Guard(
                            "each claim has a name of its own",
                            "task.WorkTask",
                            "parts.ids().runner(),",
                            "\"runner\","),
                    new Guard(
                            "a runner gives signs of life",
                            "task.Heartbeat",
                            "if (ledger.renew(task, clock.instant().plus(settings.lease()))) {",
                            "if (ledger != null) {"),
                    new Guard(
                            "what is delivered is not paid for again",
                            "task.TaskRunner",
                            "return task.progress().attempts() > 1 ? delivery.find(task) :"
                                    + " Optional.empty();",
                            "return Optional.empty();"),
                    new Guard(
                            "what another runner delivers meanwhile counts",
                            "task.TaskRunner",
                            ".or(() -> earlier(task))",
                            ""),
                    new Guard(
                            "a lost runner's call is at risk",
                            "task.TaskRunner",
                            "if (task.progress().attempts() > 1) {",
                            "if (false) {"),
                    new Guard(
                            "an unknown outcome is at risk",
                            "task.TaskRunner",
                            "run.losses.unknown(task, outcome);",
                            ""),
                    new Guard(
                            "what comes behind a deletion is removed",
                            "task.TaskRunner",
                            "if (ended.progress().mediaDeleted().isPresent()) {",
                            "if (false) {"),
                    new Guard(
                                    "the first whole set of images counts",
                                    "task.Delivery",
                                    "if (ours.isPresent() && !isFirst(task, ours.get())) {",
                                    "if (ours.isPresent() && !isFirst(task, ours.get()) && media =="
                                            + " null) {")
                            .shownBy("1170"),
                    new Guard(
                            "images that are not stored are counted as wasted",
                            "task.Delivery",
                            "losses.wasted(task, wasted);",
                            ""),
                    new Guard(
                            "no more images are kept than were asked for",
                            "task.Delivery",
                            "sound.subList(0, Math.min(sound.size(), request.count()));",
                            "sound;"),
                    new Guard(
                            "what was delivered decides the charge",
                            "task.Delivery",
                            "price.of(manifest.images().size())",
                            "price.of(order.count())"),
                    new Guard(
                            "images of two runners are kept apart",
                            "task.MediaKeys",
                            "return images(task) + task.progress().fence() + \"-\" + index",
                            "return images(task) + index"),
                    new Guard(
                            "runners share one manifest",
                            "task.MediaKeys",
                            "return inputs(task) + \"manifest.json\";",
                            "return inputs(task) + task.progress().fence() + \"manifest.json\";"),
                    new Guard(
                            "a route is left only for a refusal that is free",
                            "provider.Router",
                            "if (!(outcome instanceof Unavailable(var free, _)) || !free) {",
                            "if (!(outcome instanceof Unavailable)) {"),
                    new Guard(
                            "an unknown outcome is not tried elsewhere",
                            "provider.Router",
                            "if (!(outcome instanceof Unavailable(var free, _)) || !free) {",
                            "if (outcome instanceof ProviderOutcome.Images) {"),
                    new Guard(
                            "a sweep leaves a task that has a runner",
                            "task.SweepTasks",
                            "return !task.isTerminal() && !task.progress().isLeased(now);",
                            "return !task.isTerminal();"),
                    new Guard(
                            "a sweep ends what is past its deadline",
                            "task.SweepTasks",
                            "return !task.order().deadline().isAfter(now);",
                            "return false;"),
                    new Guard(
                            "a sweep sends what was lost",
                            "task.SweepTasks",
                            "queue.send(task.id()); var age",
                            "var age"),
                    new Guard(
                            "what was delivered before a task was given up is charged",
                            "task.Conclusion",
                            "return delivery.find(task)",
                            "return java.util.Optional.<Manifest>empty()"),
                    new Guard(
                            "what a task that was given up may have cost is at risk",
                            "task.Conclusion",
                            "Settlement.failed(Failures.givenUp(),"
                                    + " clock.instant()).atRisk(atRisk);",
                            "Settlement.failed(Failures.givenUp(), clock.instant());"),
                    new Guard(
                            "only what nobody took up is canceled",
                            "task.CancelTask",
                            "if (task.status() != TaskStatus.SUBMITTED) {",
                            "if (task.isTerminal()) {"),
                    new Guard(
                            "attempts that are used up end a task at once",
                            "task.WorkTask",
                            "case Exhausted(var task) -> conclusion.of(task);",
                            "case Exhausted(_) -> {}",
                            "the sweeper ends it at its deadline just so; this is only sooner"),
                    new Guard(
                            "a dead letter leaves a task that has a runner",
                            "task.SweepTasks",
                            "tasks.find(id).filter(task -> isIdle(task, now))",
                            "tasks.find(id)",
                            "a message is dead after half an hour of failures, and then its task"
                                    + " has no runner but by a rare chance; RedeliveryTest"),
                    new Guard(
                            "a request that cannot be kept gives back its hold",
                            "task.TaskOpener",
                            "admission.ledger().settle(task, Settlement.failed(reason,"
                                    + " parts.clock.instant()));",
                            "",
                            "a worker that finds no request does it as well; this is only sooner"),
                    new Guard(
                            "media are deleted when a task has ended",
                            "task.DeleteMedia",
                            "if (!task.isTerminal()) {",
                            "if (false) {",
                            "the ledger's own condition refuses it; this saves a write"));

    private TaskGuards() {}
}
