package dev.pixapi.task;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.media.MediaStore;

import java.time.Clock;

/**
 * Deletes what a task has stored: images, input images, request, manifest. The task itself, and
 * what it cost, stay.
 */
public final class DeleteMedia {
    private final FindTask find;
    private final TaskStore tasks;
    private final MediaStore media;
    private final Clock clock;

    public DeleteMedia(FindTask find, TaskStore tasks, MediaStore media, Clock clock) {
        this.find = find;
        this.tasks = tasks;
        this.media = media;
        this.clock = clock;
    }

    /**
     * Deleting twice is deleting once. The row comes first: from then on the images are gone for
     * every reader, and a deletion that fails half way is repeated by calling again.
     *
     * @throws ApiException 404 for a foreign or unknown task, 409 for one that has not ended
     */
    public Task delete(AccountId account, String id) {
        var task = find.find(account, id);
        if (!task.isTerminal()) {
            throw notEnded();
        }
        var marked =
                tasks.markMediaDeleted(task, clock.instant()).orElseThrow(DeleteMedia::notEnded);
        MediaKeys.all(marked).forEach(media::deleteBelow);
        return marked;
    }

    /**
     * Also where the row is no longer the one that was read: a task of the same id is under way.
     */
    private static ApiException notEnded() {
        return ApiException.of(
                ErrorCode.NOT_DELETABLE,
                "The task has not ended: its media can be deleted when it has.");
    }
}
