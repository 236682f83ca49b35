package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.ledger.Task;
import dev.pixapi.simulation.model.Witness.Call;
import dev.pixapi.simulation.world.Request;
import dev.pixapi.simulation.world.World;

import java.util.List;

/** How often a provider may be paid: once a run, two runs a task, and never for what is there. */
final class Calls {
    private static final int PAID = 13;

    private final World world;

    Calls(World world) {
        this.world = world;
    }

    void check(Request request, List<Task> own) {
        var calls = world.witness().callsFor(request.name());
        hold(calls.size() <= World.MOST_ATTEMPTS * own.size(), PAID, calls);
        hold(calls.stream().map(Call::runner).distinct().count() == calls.size(), PAID, calls);
        for (var task : own) {
            var manifest = world.witness().deliveredAt(task.id());
            for (var call : calls) {
                // Whoever took the task when its images were there finds them.
                hold(world.witness().takenAt(task.id(), call.runner()) <= manifest, PAID, call);
            }
        }
    }
}
