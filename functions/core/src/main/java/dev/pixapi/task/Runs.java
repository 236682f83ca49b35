package dev.pixapi.task;

import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.media.MediaStore;
import dev.pixapi.provider.Exchange;
import dev.pixapi.task.Charge.Asked;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The records that the runs of a task left beside its images. */
public final class Runs {
    /** No setting allows a task more. */
    private static final int MOST = 5;

    private final MediaStore media;
    private final InstantSource clock;

    public Runs(MediaStore media, InstantSource clock) {
        this.media = media;
        this.clock = clock;
    }

    /** Empty when they are not kept any more. */
    Optional<Asked> asked(Task task) {
        if (MediaState.of(task, clock.instant()) != MediaState.STORED) {
            return Optional.empty();
        }
        var delivered = delivered(task);
        if (delivered.isEmpty() && task.status() == TaskStatus.COMPLETED) {
            return Optional.empty();
        }
        var records = new ArrayList<List<Exchange>>();
        delivered.ifPresent(records::add);
        // One that stored its images and failed behind that left both: a call is listed once.
        undelivered(task).stream()
                .filter(run -> run.isEmpty() || !delivered.equals(Optional.of(run)))
                .forEach(records::add);
        return Optional.of(new Asked(records.size(), inOrder(records)));
    }

    private Optional<List<Exchange>> delivered(Task task) {
        return media.get(MediaKeys.manifest(task)).map(ManifestCodec::read).map(Manifest::exchanges);
    }

    /** The fence tells the runs apart. */
    private List<List<Exchange>> undelivered(Task task) {
        return LongStream.rangeClosed(1, Math.min(MOST, task.progress().fence()))
                .mapToObj(fence -> media.get(MediaKeys.exchanges(task, fence)))
                .flatMap(Optional::stream)
                .map(ExchangeCodec::read)
                .toList();
    }

    private static List<Exchange> inOrder(List<List<Exchange>> records) {
        return records.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Exchange::began))
                .toList();
    }
}
