package dev.pixapi.task;

import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Task;
import dev.pixapi.provider.Exchange;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of what a task cost.
 *
 * @param asked of providers; empty when the records of it went with the task's media, or its days
 * @param entries its settlement and its refunds, oldest first
 */
public record Charge(Task task, Optional<Asked> asked, List<Entry> entries) {
    /**
     * What the runs of a task asked of providers.
     *
     * @param recorded how many of the runs left a record. One that died left none; nor did one that
     *     found the images of an earlier one, and asked nobody
     * @param exchanges of all of them, in the order in which they began
     */
    public record Asked(int recorded, List<Exchange> exchanges) {}
}
