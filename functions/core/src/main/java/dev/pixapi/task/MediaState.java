package dev.pixapi.task;

import dev.pixapi.ledger.Task;

import java.time.Instant;
import java.util.Locale;

/** What has become of the media of a task that has ended. */
public enum MediaState {
    STORED,
    DELETED,
    EXPIRED;

    /** As it stands in an answer: {@code expired}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By the task's row and the time alone: whether the store has removed what is past its days
     * does not matter.
     */
    static MediaState of(Task task, Instant now) {
        if (task.progress().mediaDeleted().isPresent()) {
            return DELETED;
        }
        return task.mediaEnds().filter(end -> !end.isAfter(now)).isPresent() ? EXPIRED : STORED;
    }
}
