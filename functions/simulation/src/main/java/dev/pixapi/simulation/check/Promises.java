package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.simulation.fault.Faults;
import dev.pixapi.simulation.world.Replies.Reply;
import dev.pixapi.simulation.world.Request;
import dev.pixapi.simulation.world.World;

import java.time.Instant;
import java.util.List;

/** What must hold when a history is over: what callers and the operator were promised. */
public final class Promises {
    /** Beside the seven invariants: no key has two tasks. */
    private static final int ONE_TASK = 8;

    /** Whatever a provider was paid for in vain, the operator sees. */
    private static final int SEEN = 9;

    /** What a caller was shown is so. */
    private static final int SHOWN = 10;

    /** Only what nobody took up is canceled. */
    private static final int CANCELED = 12;

    private final World world;
    private final Faults faults;

    public Promises(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /**
     * @throws AssertionError naming the promise that was broken
     */
    public void check() {
        for (var task : world.tasks().all()) {
            hold(task.isTerminal(), 7, task);
            hold(
                    task.status() != TaskStatus.CANCELED || task.progress().attempts() == 0,
                    CANCELED,
                    task);
        }
        hold(world.tasks().due(Instant.MAX.minusSeconds(1), 1).tasks().isEmpty(), 7, "the index");
        new Deliveries(world, faults).check();
        new Expiries(world).check();
        for (var request : world.plan().requests()) {
            check(request, world.tasksOf(request));
        }
    }

    private void check(Request request, List<Task> own) {
        hold(request.key().isEmpty() || own.size() <= 1, ONE_TASK, own);
        hold(own.size() <= request.sentAt().size(), ONE_TASK, own);
        world.replies().to(request.name()).forEach(reply -> check(reply, request, own));
        new Calls(world).check(request, own);
        checkCosts(request, own);
    }

    private void check(Reply reply, Request request, List<Task> own) {
        switch (reply) {
            case Reply.Shown(var task) -> {
                var now = own.stream().filter(found -> found.id().equals(task.id())).findFirst();
                hold(now.isPresent(), SHOWN, request);
                hold(!request.sync() || task.isTerminal(), SHOWN, task);
                hold(!task.isTerminal() || isSame(task, now.get()), SHOWN, task);
            }
            case Reply.Foreign(var task) -> hold(false, SHOWN, task);
            case Reply.Refused(var code) ->
                    // Sent once and refused for its price: nothing was opened.
                    hold(
                            !code.equals("insufficient_credits")
                                    || own.isEmpty()
                                    || request.sentAt().size() > 1
                                    || request.key().isEmpty(),
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
    private void checkCosts(Request request, List<Task> own) {
        var calls = world.witness().callsFor(request.name()).stream();
        var paid = calls.filter(call -> call.isPaid()).count();
        var delivered = own.stream().filter(t -> t.status() == TaskStatus.COMPLETED).count();
        var noted = own.stream().anyMatch(t -> t.progress().atRisk().millionths() > 0);
        hold(paid <= delivered || noted || world.hasWasted(request), SEEN, request);
    }
}
