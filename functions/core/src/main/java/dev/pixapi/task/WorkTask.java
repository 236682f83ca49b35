package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.ledger.ClaimOutcome.Claimed;
import dev.pixapi.ledger.ClaimOutcome.Ended;
import dev.pixapi.ledger.ClaimOutcome.Exhausted;
import dev.pixapi.ledger.ClaimOutcome.Leased;
import dev.pixapi.ledger.ClaimOutcome.Unknown;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.request.ImagesReader;

/** A worker's turn: takes a task from the queue's hands, and runs it if nobody else does. */
public final class WorkTask {
    private final Ledger ledger;
    private final TaskRunner runner;
    private final Conclusion conclusion;
    private final ImagesReader reader;
    private final TaskOpener.Parts parts;

    public WorkTask(Ledger ledger, TaskRunner runner, ImagesReader reader, TaskOpener.Parts parts) {
        this.ledger = ledger;
        this.runner = runner;
        this.conclusion = new Conclusion(ledger, parts);
        this.reader = reader;
        this.parts = parts;
    }

    /**
     * Returns when the message has done its service. What it throws is a reason to deliver it
     * again.
     */
    public void work(TaskId id) throws InterruptedException {
        var now = parts.clock().instant();
        var settings = parts.settings();
        var terms =
                new ClaimTerms(
                        parts.ids().runner(),
                        now,
                        now.plus(settings.lease()),
                        settings.mostAttempts());
        switch (ledger.claim(id, terms)) {
            case Claimed(var task) -> run(task);
            case Exhausted(var task) -> conclusion.of(task);
            case Ended(var task) -> runner.removeWhatCameTooLate(task);
            // Another runner has it, or its row is long gone: this message is a repeat.
            case Leased(), Unknown() -> {}
        }
    }

    private void run(Task task) throws InterruptedException {
        var kept = new KeptRequests(parts).find(task);
        if (kept.isEmpty()) {
            runner.fail(task, Failures.internal());
            return;
        }
        var inputs = kept.get().inputs();
        ImageRequest image;
        try {
            var format = ResponseFormat.named(task.order().responseFormat()).orElseThrow();
            image = reader.read(kept.get().parameters(), format, inputs.shape()).image();
        } catch (ApiException changed) {
            runner.fail(task, Failures.of(changed));
            return;
        }
        runner.run(task, image, inputs);
    }
}
