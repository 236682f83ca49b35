package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.DELETE_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_SECRET;
import static dev.pixapi.lambda.blueprint.Access.Action.LIST_BUCKET;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.QUERY;
import static dev.pixapi.lambda.blueprint.Access.Action.SEND_MESSAGE;
import static dev.pixapi.lambda.blueprint.Access.Action.UPDATE_ITEM;
import static dev.pixapi.lambda.blueprint.Access.in;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.ACCOUNTS;
import static dev.pixapi.lambda.blueprint.Resources.ENTRIES;
import static dev.pixapi.lambda.blueprint.Resources.KEYS;
import static dev.pixapi.lambda.blueprint.Resources.PROVIDER_KEYS;
import static dev.pixapi.lambda.blueprint.Resources.TASKS;
import static dev.pixapi.lambda.blueprint.Resources.TASK_QUEUE;

import dev.pixapi.media.MediaFolder;

import java.util.List;
import java.util.stream.Stream;

/** What several functions may touch. */
final class Rights {
    static final Access READS_KEYS = to(KEYS, GET_ITEM);

    /** A settlement: task and account are updated, an entry is put. */
    static final List<Access> SETTLES =
            List.of(to(ACCOUNTS, UPDATE_ITEM), to(TASKS, UPDATE_ITEM), to(ENTRIES, PUT_ITEM));

    /** A settlement of a task that is read first. */
    static final List<Access> FINDS_AND_SETTLES =
            List.of(
                    to(ACCOUNTS, UPDATE_ITEM),
                    to(TASKS, GET_ITEM, UPDATE_ITEM),
                    to(ENTRIES, PUT_ITEM));

    /** What a task has made; that there is nothing is an answer as well. */
    static final Access READS_MANIFESTS = in(MediaFolder.TASKS, GET_OBJECT, LIST_BUCKET);

    /** A charge: the task, what its runs left, its entries. */
    static final List<Access> EXPLAINS =
            List.of(to(TASKS, GET_ITEM), to(ENTRIES, GET_ITEM, QUERY), READS_MANIFESTS);

    /** A signed URL of an image can do what its signer may do at the time when it is followed. */
    static final Access SIGNS_IMAGES = in(MediaFolder.IMAGES, GET_OBJECT);

    /** Also those that were removed in the meantime. */
    static final Access READS_IMAGES = in(MediaFolder.IMAGES, GET_OBJECT, LIST_BUCKET);

    /** A stage that buffers has what is too large stored, and a URL of it signed. */
    static final Access KEEPS_ANSWERS = in(MediaFolder.ANSWERS, GET_OBJECT, PUT_OBJECT);

    static final Access READS_FILES = in(MediaFolder.FILES, GET_OBJECT, LIST_BUCKET);

    /** A runner: what it stores for a task whose media were deleted meanwhile, it removes again. */
    static final List<Access> RUNS_ON_MEDIA =
            List.of(
                    in(MediaFolder.TASKS, GET_OBJECT, LIST_BUCKET, PUT_OBJECT, DELETE_OBJECT),
                    in(MediaFolder.IMAGES, LIST_BUCKET, PUT_OBJECT, DELETE_OBJECT));

    static final Access READS_PROVIDER_KEYS = to(PROVIDER_KEYS, GET_SECRET);

    /** Opening a task: it is put with its hold; it is read where an earlier request opened it. */
    private static final List<Access> OPENS =
            List.of(
                    READS_KEYS,
                    // It looks at all shards when the one that it tried could not take the task.
                    to(ACCOUNTS, QUERY, UPDATE_ITEM),
                    to(TASKS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                    to(ENTRIES, PUT_ITEM),
                    READS_PROVIDER_KEYS);

    static final List<Access> OPENS_AND_RUNS =
            all(all(OPENS, RUNS_ON_MEDIA), SIGNS_IMAGES, KEEPS_ANSWERS);

    /** Settles as well, when its request cannot be kept. */
    static final List<Access> OPENS_AND_SENDS =
            all(
                    OPENS,
                    in(MediaFolder.TASKS, GET_OBJECT, LIST_BUCKET, PUT_OBJECT),
                    to(TASK_QUEUE, SEND_MESSAGE));

    static List<Access> all(List<Access> base, Access... more) {
        return all(base, List.of(more));
    }

    static List<Access> all(List<Access> base, List<Access> more) {
        return Stream.concat(base.stream(), more.stream()).toList();
    }

    private Rights() {}
}
