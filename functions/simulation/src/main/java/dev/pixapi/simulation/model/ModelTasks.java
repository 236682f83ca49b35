package dev.pixapi.simulation.model;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Due;
import dev.pixapi.ledger.Progress;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.ledger.TaskStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The table of tasks: what the store of tasks reads, and what the ledger writes. */
public final class ModelTasks implements TaskStore {
    /** How long a row is kept after its task has ended; past that it counts as absent. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final Comparator<Task> NEWEST_FIRST =
            Comparator.comparing((Task task) -> task.order().created())
                    .thenComparing(task -> task.id().value())
                    .reversed();

    private final Map<TaskId, ModelTask> rows = new LinkedHashMap<>();
    private final InstantSource clock;

    public ModelTasks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return find(id, clock.instant());
    }

    Optional<Task> find(TaskId id, Instant now) {
        return row(id).map(ModelTask::task).filter(task -> isKept(task, now));
    }

    /** By whole seconds, as DynamoDB lets rows expire. */
    private static boolean isKept(Task task, Instant now) {
        return task.progress()
                .ended()
                .filter(end -> end.plus(KEPT).getEpochSecond() <= now.getEpochSecond())
                .isEmpty();
    }

    @Override
    public List<Task> list(AccountId account, int limit, Optional<Task> after) {
        var now = clock.instant();
        return all().stream()
                .filter(task -> task.order().account().equals(account))
                .filter(task -> isKept(task, now))
                .sorted(NEWEST_FIRST)
                .filter(task -> after.filter(a -> NEWEST_FIRST.compare(a, task) >= 0).isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public Due due(Instant now, int limit) {
        var due =
                rows.values().stream()
                        .filter(row -> !row.due().isAfter(now))
                        .sorted(Comparator.comparing(ModelTask::due))
                        .limit(limit)
                        .map(ModelTask::task)
                        .toList();
        return new Due(due, List.of());
    }

    @Override
    public void postpone(TaskId id, Instant next) {
        row(id).filter(row -> !row.task().isTerminal())
                .ifPresent(row -> rows.put(id, new ModelTask(row.task(), row.runner(), next)));
    }

    @Override
    public Optional<Task> markMediaDeleted(Task task, Instant now) {
        var row = rows.get(task.id());
        if (row == null || !row.task().isTerminal()) {
            return Optional.empty();
        }
        if (!row.task().order().mediaToken().equals(task.order().mediaToken())) {
            return Optional.empty();
        }
        var p = row.task().progress();
        var marked = p.mediaDeleted().or(() -> Optional.of(now));
        return Optional.of(
                change(
                        row.task(),
                        new Progress(
                                p.status(),
                                p.fence(),
                                p.attempts(),
                                p.leaseEnds(),
                                p.started(),
                                p.ended(),
                                p.charged(),
                                p.failure(),
                                marked,
                                p.refunded(),
                                p.atRisk())));
    }

    /** When the sweeper looks at a task; {@code Instant.MAX} for never. */
    public Instant dueAt(TaskId id) {
        return row(id).map(ModelTask::due).orElse(Instant.MAX);
    }

    /** As they stand, in the order in which they were opened. */
    public Collection<Task> all() {
        return rows.values().stream().map(ModelTask::task).toList();
    }

    /** As {@link #all}, without a list of them. */
    public void forEach(Consumer<Task> look) {
        rows.values().forEach(row -> look.accept(row.task()));
    }

    Optional<ModelTask> row(TaskId id) {
        return Optional.ofNullable(rows.get(id));
    }

    void put(Task task, Instant due) {
        rows.put(task.id(), new ModelTask(task, "", due));
    }

    Task claim(ModelTask row, ClaimTerms terms) {
        var p = row.task().progress();
        var claimed =
                progress(
                        p,
                        p.fence() + 1,
                        p.attempts() + 1,
                        terms.leaseEnds(),
                        p.started().or(() -> Optional.of(terms.now())));
        var task = new Task(row.task().order(), row.task().shard(), claimed);
        rows.put(task.id(), new ModelTask(task, terms.runner(), row.due()));
        return task;
    }

    void renew(Task task, Instant leaseEnds) {
        var p = task.progress();
        change(task, progress(p, p.fence(), p.attempts(), leaseEnds, p.started()));
    }

    private static Progress progress(
            Progress p, long fence, int attempts, Instant lease, Optional<Instant> started) {
        return new Progress(
                TaskStatus.PROCESSING,
                fence,
                attempts,
                Optional.of(lease),
                started,
                p.ended(),
                p.charged(),
                p.failure(),
                p.mediaDeleted(),
                p.refunded(),
                p.atRisk());
    }

    void end(Task ended) {
        rows.put(ended.id(), new ModelTask(ended, "", Instant.MAX));
    }

    Task refund(Task task, Credits credits) {
        var p = task.progress();
        return change(
                task,
                new Progress(
                        p.status(),
                        p.fence(),
                        p.attempts(),
                        p.leaseEnds(),
                        p.started(),
                        p.ended(),
                        p.charged(),
                        p.failure(),
                        p.mediaDeleted(),
                        p.refunded().plus(credits),
                        p.atRisk()));
    }

    private Task change(Task task, Progress progress) {
        var changed = new Task(task.order(), task.shard(), progress);
        rows.put(task.id(), rows.get(task.id()).with(changed));
        return changed;
    }
}
