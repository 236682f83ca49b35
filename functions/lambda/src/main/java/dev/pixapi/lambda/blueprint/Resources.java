package dev.pixapi.lambda.blueprint;

import dev.pixapi.lambda.blueprint.Table.Index;
import dev.pixapi.media.MediaFolder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything that has a state. */
public final class Resources {
    /** Credits: one row an account and shard. */
    public static final Table ACCOUNTS =
            new Table(
                    "Accounts",
                    Table.keys("account", "shard", Table.Type.N),
                    List.of(),
                    Optional.empty());

    /** Tasks, for 90 days; listed by account and time; those due for a look of the sweeper. */
    public static final Table TASKS =
            new Table(
                    "Tasks",
                    Table.keys("id"),
                    List.of(
                            new Index("by_account", Table.keys("account", "listed", Table.Type.S)),
                            new Index("due", Table.keys("due_shard", "due", Table.Type.N))),
                    Optional.of("expires"));

    /** The book of each account, for good. */
    public static final Table ENTRIES =
            new Table(
                    "Entries",
                    Table.keys("account", "id", Table.Type.S),
                    List.of(),
                    Optional.empty());

    /** What is left of each account's grants that expire; those whose time is over. */
    public static final Table LOTS =
            new Table(
                    "Lots",
                    Table.keys("account"),
                    List.of(
                            new Index(
                                    "expiring",
                                    Table.keys("expiring", "next_expiry", Table.Type.N))),
                    Optional.empty());

    /** API keys, without their secrets. */
    public static final Table KEYS =
            new Table("Keys", Table.keys("id"), List.of(), Optional.empty());

    /** Task messages that were received too often. */
    public static final Queue DEAD_LETTERS =
            new Queue("DeadLetters", Duration.ofMinutes(2), Duration.ofDays(14), Optional.empty());

    /** Tasks on their way to a worker. Hidden a little longer than the worker may run. */
    public static final Queue TASK_QUEUE =
            new Queue(
                    "TaskQueue",
                    Duration.ofMinutes(6),
                    Duration.ofDays(4),
                    Optional.of(new Queue.Redrive(DEAD_LETTERS, 4)));

    /** Images, requests and manifests of tasks, large answers, files. */
    public static final Bucket MEDIA =
            new Bucket("Media", MediaFolder.prefixes(), MediaFolder.lifetimes());

    /** The providers' API keys: a JSON object whose names are those of the settings. */
    public static final Secret PROVIDER_KEYS = new Secret("ProviderKeys");

    private Resources() {}
}
