package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.simulation.world.Replies.Reply;
import dev.pixapi.simulation.world.Request;
import dev.pixapi.simulation.world.World;
import dev.pixapi.task.Results;
import dev.pixapi.task.TaskImages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold when a history is over: what callers and the operator were promised. */
public final class Promises {
    /** Beside the seven invariants: no key has two tasks, and none is paid for too often. */
    private static final int REPEATED = 8;

    /** Whatever a provider was paid for in vain, the operator sees. */
    private static final int SEEN = 9;

    /** What a caller was shown is so. */
    private static final int SHOWN = 10;

    private final World world;
    private final Map<String, Request> requests = new HashMap<>();

    public Promises(World world) {
        this.world = world;
        world.plan().requests().forEach(request -> requests.put(request.name(), request));
    }

    /**
     * @throws AssertionError naming the promise that was broken
     */
    public void check() {
        var tasks = new HashMap<String, Integer>();
        for (var task : world.tasks().all()) {
            hold(task.isTerminal(), 7, task);
            checkImages(task);
        }
        for (var request : requests.values()) {
            check(request, tasks);
        }
        checkCosts();
    }

    /** Invariant 6: what was charged can be read, each image of it. */
    private void checkImages(Task task) {
        if (task.status() != TaskStatus.COMPLETED || task.progress().mediaDeleted().isPresent()) {
            return;
        }
        var shown = world.results().of(task);
        hold(shown instanceof TaskImages.Stored, 6, task);
        var images = ((TaskImages.Stored) shown).manifest().images();
        hold(images.size() == task.delivered().orElseThrow(), 6, task);
        hold(!images.isEmpty(), 6, task);
        images.forEach(image -> hold(world.media().get(image.key()).isPresent(), 6, task));
    }

    private void check(Request request, Map<String, Integer> tasks) {
        var own = world.tasksOf(request);
        hold(request.key().isEmpty() || own.size() <= 1, REPEATED, own);
        hold(own.size() <= request.sentAt().size(), REPEATED, own);
        var calls = world.paid().calls(request.name());
        hold(
                calls <= World.SETTINGS.mostAttempts() * Math.max(1, own.size()),
                REPEATED,
                calls + " calls for " + own);
        hold(!own.isEmpty() || calls == 0, REPEATED, request);
        tasks.merge(request.name(), own.size(), Integer::sum);
        world.replies().to(request.name()).forEach(reply -> check(reply, request, own));
    }

    private void check(Reply reply, Request request, List<Task> own) {
        switch (reply) {
            case Reply.Shown(var task) -> {
                var now = own.stream().filter(found -> found.id().equals(task.id())).findFirst();
                hold(now.isPresent(), SHOWN, request);
                hold(!request.sync() || task.isTerminal(), SHOWN, task);
                hold(!task.isTerminal() || isSame(task, now.get()), SHOWN, task);
            }
            case Reply.Refused(var code) ->
                    hold(
                            !code.equals("insufficient_credits")
                                    || request.key().isPresent()
                                    || own.isEmpty()
                                    || request.sentAt().size() > 1,
                            SHOWN,
                            request);
            case Reply.Broken() -> {
                // It may have been opened, which its caller finds out by its key.
            }
        }
    }

    private static boolean isSame(Task shown, Task now) {
        return shown.status() == now.status()
                && shown.progress().charged().equals(now.progress().charged());
    }

    /** Calls that delivered nothing are wasted images, or at risk in metrics and in rows. */
    private void checkCosts() {
        for (var request : requests.values()) {
            var own = world.tasksOf(request);
            var delivered = own.stream().filter(t -> t.status() == TaskStatus.COMPLETED).count();
            var vain = world.paid().calls(request.name()) - delivered;
            var noted = own.stream().anyMatch(t -> t.progress().atRisk().millionths() > 0);
            var wasted = world.hasWasted(request);
            hold(vain <= 0 || noted || wasted, SEEN, request);
        }
    }
}
