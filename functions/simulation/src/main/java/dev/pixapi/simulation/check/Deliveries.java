package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.Faults;
import dev.pixapi.simulation.model.Wire;
import dev.pixapi.simulation.world.World;
import dev.pixapi.task.TaskImages;

import java.util.Arrays;
import java.util.List;

/** Invariant 6: what was charged can be read, each image of it, and is of one piece. */
final class Deliveries {
    /** Images that are there are delivered, rather than given up. */
    private static final int KEPT = 14;

    /** Milliseconds between a runner's last look for images and its settlement without any. */
    private static final long MEANWHILE = 30_000;

    private final World world;
    private final long meanwhile;

    Deliveries(World world, Faults faults) {
        this.world = world;
        this.meanwhile = MEANWHILE + Wire.STALL * faults.count(Fault::isStall);
    }

    void check() {
        for (var task : world.tasks().all()) {
            if (task.progress().mediaDeleted().isPresent()) {
                continue;
            }
            if (task.status() == TaskStatus.COMPLETED) {
                checkImages(task);
            }
            task.progress()
                    .failure()
                    .filter(failure -> failure.code().equals("model_timeout"))
                    .ifPresent(_ -> checkGivenUp(task));
        }
    }

    private void checkImages(Task task) {
        var shown = world.results().of(task);
        hold(shown instanceof TaskImages.Stored, 6, task);
        var images = ((TaskImages.Stored) shown).manifest().images();
        hold(images.size() == task.delivered().orElseThrow(), 6, task);
        hold(!images.isEmpty(), 6, task);
        var bytes = images.stream().map(image -> world.media().get(image.key())).toList();
        hold(bytes.stream().allMatch(found -> found.isPresent()), 6, task);
        // Each call makes pictures of its own: they must not be mixed.
        hold(areAlike(bytes.stream().map(found -> found.get()).toList()), 6, task);
    }

    private static boolean areAlike(List<byte[]> images) {
        return images.stream().allMatch(image -> Arrays.equals(image, images.getFirst()));
    }

    private void checkGivenUp(Task task) {
        var ended = world.millis(task.progress().ended().orElseThrow());
        var stored = world.witness().deliveredAt(task.id());
        hold(stored == Long.MAX_VALUE || stored > ended - meanwhile, KEPT, task);
    }
}
