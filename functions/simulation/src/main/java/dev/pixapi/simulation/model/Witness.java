package dev.pixapi.simulation.model;

import dev.pixapi.ledger.TaskId;
import dev.pixapi.simulation.kernel.Timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees who did what and when, past all that our code remembers. What must never be done by the
 * wrong process is refused here at once.
 */
public final class Witness {
    private final Timeline timeline;
    private final Map<TaskId, String> newest = new HashMap<>();
    private final Map<TaskId, Set<String>> runners = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<String, List<Call>> calls = new HashMap<>();
    private final Map<TaskId, Integer> opened = new HashMap<>();
    private final Map<TaskId, Long> manifests = new HashMap<>();

    public Witness(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * A call that a provider did not refuse as free.
     *
     * @param runner the process that made it
     * @param began milliseconds from the beginning
     * @param images that it was paid for; 0 where it delivered, or may have delivered, none
     */
    public record Call(String runner, long began, int images) {
        public boolean isPaid() {
            return images > 0;
        }
    }

    /** A task is opened when its account's book has so many entries. */
    void opens(TaskId task, int entries) {
        opened.put(task, entries);
    }

    /** How many entries the book of its account had when a task was opened. */
    public int openedBehind(TaskId task) {
        return opened.get(task);
    }

    /** The process that runs has taken a task. */
    void takes(TaskId task) {
        var runner = timeline.runner().name();
        newest.put(task, runner);
        runners.computeIfAbsent(task, _ -> new HashSet<>()).add(runner);
        taken.put(task + runner, timeline.millis());
    }

    /**
     * It has moved a task on. Among those that took it, this is for the last one alone; others have
     * read the row as it stands.
     */
    void movesOn(TaskId task) {
        var runner = timeline.runner().name();
        if (runners.getOrDefault(task, Set.of()).contains(runner)
                && !newest.get(task).equals(runner)) {
            throw new AssertionError(runner + " lost " + task + " and moves it on");
        }
    }

    void calls(String prompt, long began, int images) {
        var call = new Call(timeline.runner().name(), began, images);
        calls.computeIfAbsent(prompt, _ -> new ArrayList<>()).add(call);
    }

    /** A manifest is known by its end, whatever else its name has. */
    void stores(String key) {
        if (key.endsWith("manifest.json")) {
            var id = Arrays.stream(key.split("/")).flatMap(part -> TaskId.parse(part).stream());
            manifests.putIfAbsent(id.findFirst().orElseThrow(), timeline.millis());
        }
    }

    public List<Call> callsFor(String prompt) {
        return calls.getOrDefault(prompt, List.of());
    }

    /**
     * When a task had its first whole set of images, in milliseconds from the beginning; {@code
     * Long.MAX_VALUE} where it never had.
     */
    public long deliveredAt(TaskId task) {
        return manifests.getOrDefault(task, Long.MAX_VALUE);
    }

    /** When a process took a task; {@code -1} where it did not. */
    public long takenAt(TaskId task, String runner) {
        return taken.getOrDefault(task + runner, -1L);
    }
}
