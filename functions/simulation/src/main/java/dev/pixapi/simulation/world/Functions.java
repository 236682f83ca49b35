package dev.pixapi.simulation.world;

import dev.pixapi.fetch.LinkFetcher;
import dev.pixapi.file.ReadFile;
import dev.pixapi.input.InputLoader;
import dev.pixapi.input.LinkReader;
import dev.pixapi.input.SourceReader;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.metric.MeasuredLedger;
import dev.pixapi.provider.Router;
import dev.pixapi.provisioning.CorrectAccount;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.simulation.kernel.SimulatedThreads;
import dev.pixapi.simulation.model.ModelQueue;
import dev.pixapi.task.Admission;
import dev.pixapi.task.CancelTask;
import dev.pixapi.task.DeleteMedia;
import dev.pixapi.task.ExpireCredits;
import dev.pixapi.task.FindTask;
import dev.pixapi.task.GenerateImages;
import dev.pixapi.task.Ids;
import dev.pixapi.task.SubmitTask;
import dev.pixapi.task.SweepTasks;
import dev.pixapi.task.TaskOpener;
import dev.pixapi.task.TaskRunner;
import dev.pixapi.task.WorkTask;

import java.util.Map;
import java.util.function.Function;

/** The use cases as functions have them: the very classes that are deployed, on the models. */
final class Functions implements ModelQueue.Functions {
    private final World.Parts world;
    private final ModelQueue queue;
    final GenerateImages generate;
    final SubmitTask submit;
    final CancelTask cancel;
    final DeleteMedia deleteMedia;
    final SweepTasks sweep;
    final WorkTask work;
    final ExpireCredits expire;
    final CorrectAccount correct;

    Functions(World.Parts world, Function<String, Runner> runners) {
        this.world = world;
        this.queue = new ModelQueue(world.wire(), this, runners, world.backlog());
        var threads = new SimulatedThreads(world.timeline());
        var ledger = new MeasuredLedger(world.ledger(), world.metrics());
        var parts =
                new TaskOpener.Parts(
                        world.media(),
                        world.tasks(),
                        new Ids(world.clock(), () -> world.timeline().runner().next()),
                        world.clock(),
                        world.settings(),
                        threads,
                        world.metrics());
        var router =
                new Router(
                        Fixtures.CATALOG,
                        Map.of("openai", world.provider(), "azure", world.provider()),
                        world.provider());
        var admission =
                new Admission(
                        ledger, () -> world.timeline().runner().next(), threads, world.metrics());
        var opener = new TaskOpener(Fixtures.CATALOG, router, inputs(), admission, parts);
        var runner = new TaskRunner(router, ledger, parts);
        var find = new FindTask(world.tasks(), threads);
        this.generate = new GenerateImages(opener, runner, parts);
        this.submit = new SubmitTask(opener, queue, world.metrics());
        this.cancel = new CancelTask(find, ledger, world.clock());
        this.deleteMedia = new DeleteMedia(find, world.tasks(), world.media(), world.clock());
        this.sweep = new SweepTasks(ledger, world.tasks(), queue, parts);
        this.work = new WorkTask(ledger, runner, Fixtures.READER, parts);
        this.expire = new ExpireCredits(world.ledger(), ledger, world.clock(), world.metrics());
        this.correct = new CorrectAccount(ledger, world.tasks(), world.clock());
    }

    /** No request of a simulation has images. */
    private InputLoader inputs() {
        var links = new LinkReader(LinkFetcher::onTheInternet, world.media(), new NoLinks());
        return new InputLoader(new SourceReader(new ReadFile(world.media(), world.clock()), links));
    }

    @Override
    public void work(TaskId id) throws InterruptedException {
        work.work(id);
    }

    @Override
    public void bury(TaskId id) {
        sweep.bury(id);
    }

    boolean queueIsEmpty() {
        return queue.isEmpty();
    }
}
