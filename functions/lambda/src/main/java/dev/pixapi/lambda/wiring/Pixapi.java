package dev.pixapi.lambda.wiring;

import dev.pixapi.account.Authenticator;
import dev.pixapi.audit.AuditAccounts;
import dev.pixapi.audit.AuditParts;
import dev.pixapi.audit.AuditSettings;
import dev.pixapi.audit.Freezer;
import dev.pixapi.audit.WatchRows;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.concurrent.Threads;
import dev.pixapi.concurrent.VirtualThreads;
import dev.pixapi.fetch.LinkFetcher;
import dev.pixapi.file.CreateFile;
import dev.pixapi.file.DeleteFile;
import dev.pixapi.file.FindFile;
import dev.pixapi.file.ReadFile;
import dev.pixapi.input.InputLoader;
import dev.pixapi.input.LinkReader;
import dev.pixapi.input.SourceReader;
import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.lambda.dynamodb.Conflicts;
import dev.pixapi.lambda.priming.Priming;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.media.MediaUrls;
import dev.pixapi.metric.MeasuredLedger;
import dev.pixapi.provider.Router;
import dev.pixapi.provider.sandbox.SandboxProvider;
import dev.pixapi.provisioning.CorrectAccount;
import dev.pixapi.provisioning.ProvisionAccount;
import dev.pixapi.request.ImagesReader;
import dev.pixapi.task.Admission;
import dev.pixapi.task.CancelTask;
import dev.pixapi.task.DeleteMedia;
import dev.pixapi.task.ExpireCredits;
import dev.pixapi.task.ExplainCharge;
import dev.pixapi.task.FindTask;
import dev.pixapi.task.GenerateImages;
import dev.pixapi.task.Ids;
import dev.pixapi.task.KeptAnswers;
import dev.pixapi.task.ListTasks;
import dev.pixapi.task.Results;
import dev.pixapi.task.Runs;
import dev.pixapi.task.SubmitTask;
import dev.pixapi.task.SweepTasks;
import dev.pixapi.task.TaskOpener;
import dev.pixapi.task.TaskRunner;
import dev.pixapi.task.WorkTask;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The composition root: puts the adapters behind the use cases. Nothing is made before it is used.
 */
public final class Pixapi {
    private final Settings settings;
    private final Adapters adapters;
    private final Clock clock;
    private final RandomGenerator random;
    private final EmfMetrics metrics;
    private final Threads threads = new VirtualThreads();
    private final Supplier<Catalog> catalog;
    private final Supplier<Authenticator> authenticator;
    private final Supplier<Router> router;
    private final Supplier<Admission> admission = Lazy.of(this::makeAdmission);
    private final Supplier<LinkFetcher> fetcher = Lazy.of(LinkFetcher::onTheInternet);

    public Pixapi(
            Environment environment, AwsClients clients, Clock clock, RandomGenerator random) {
        this.settings = Settings.of(environment);
        this.clock = clock;
        this.random = random;
        this.metrics = EmfMetrics.toStandardOutput(settings.metricsNamespace(), clock);
        this.adapters =
                new Adapters(environment, settings, clients, clock, new Conflicts(random, metrics));
        this.catalog = Lazy.of(() -> CatalogReader.read(settings.catalog()));
        this.authenticator = Lazy.of(() -> new Authenticator(adapters.keys(), clock));
        this.router =
                Lazy.of(
                        () ->
                                new Router(
                                        catalog(),
                                        Providers.setUp(environment, clients),
                                        new SandboxProvider()));
    }

    /**
     * The one of this process, from its environment. Settings are checked at once, so that wrong
     * ones fail a deployment; all else is made at the first event, behind any snapshot.
     *
     * @param handler what is primed before Lambda takes its snapshot, where it takes one
     */
    public static Pixapi onAws(Class<?> handler) {
        JsonLog.install();
        var environment = new Environment(System.getenv());
        Priming.of(handler, environment).ifPresent(Priming::register);
        var random = Lazy.of(SecureRandom::new);
        return new Pixapi(
                environment,
                AwsClients.onAws(environment),
                Clock.systemUTC(),
                () -> random.get().nextLong());
    }

    public Settings settings() {
        return settings;
    }

    public Catalog catalog() {
        return catalog.get();
    }

    public Authenticator authenticator() {
        return authenticator.get();
    }

    public ImagesReader imagesReader() {
        return new ImagesReader(catalog());
    }

    public GenerateImages generateImages() {
        return new GenerateImages(opener(), runner(), parts());
    }

    public SubmitTask submitTask() {
        return new SubmitTask(opener(), adapters.queue(), metrics);
    }

    public WorkTask workTask() {
        return new WorkTask(ledger(), runner(), imagesReader(), parts());
    }

    public SweepTasks sweepTasks() {
        return new SweepTasks(ledger(), adapters.tasks(), adapters.queue(), parts());
    }

    public ExpireCredits expireCredits() {
        return new ExpireCredits(adapters.accounts(), ledger(), clock, metrics);
    }

    public WatchRows watchRows() {
        return new WatchRows(new Freezer(ledger(), metrics));
    }

    public AuditAccounts auditAccounts() {
        return new AuditAccounts(
                new AuditParts(
                        ledger(),
                        adapters.accounts(),
                        adapters.tasks(),
                        adapters.book(),
                        adapters.audits(),
                        clock,
                        threads,
                        metrics),
                AuditSettings.STANDARD);
    }

    public FindTask findTask() {
        return new FindTask(adapters.tasks(), threads);
    }

    public ListTasks listTasks() {
        return new ListTasks(adapters.tasks());
    }

    public CancelTask cancelTask() {
        return new CancelTask(findTask(), ledger(), clock);
    }

    public DeleteMedia deleteMedia() {
        return new DeleteMedia(findTask(), adapters.tasks(), adapters.media(), clock);
    }

    public ExplainCharge explainCharge() {
        var runs = new Runs(adapters.media(), clock);
        return new ExplainCharge(findTask(), adapters.tasks(), ledger(), runs);
    }

    public KeptAnswers keptAnswers() {
        return new KeptAnswers(adapters.media(), adapters.signedUrls(KeptAnswers.URL_LIFE), clock);
    }

    public CreateFile createFile() {
        return new CreateFile(adapters.media(), adapters.uploadSigner(), clock, random);
    }

    public FindFile findFile() {
        return new FindFile(adapters.media(), clock);
    }

    public ReadFile readFile() {
        return new ReadFile(adapters.media(), clock);
    }

    public DeleteFile deleteFile() {
        return new DeleteFile(adapters.media());
    }

    public Results results() {
        return new Results(adapters.media(), clock);
    }

    public ProvisionAccount provisionAccount() {
        return new ProvisionAccount(ledger(), adapters.keys(), clock, random);
    }

    public CorrectAccount correctAccount() {
        return new CorrectAccount(ledger(), adapters.tasks(), clock);
    }

    public Ledger ledger() {
        return new MeasuredLedger(adapters.ledger(), metrics);
    }

    public EmfMetrics metrics() {
        return metrics;
    }

    public MediaUrls mediaUrls() {
        return adapters.mediaUrls();
    }

    private TaskOpener opener() {
        return new TaskOpener(catalog(), router.get(), inputs(), admission.get(), parts());
    }

    /** One for all requests of the process: it remembers which accounts have several shards. */
    private Admission makeAdmission() {
        return new Admission(ledger(), random, threads, metrics);
    }

    private InputLoader inputs() {
        var links = new LinkReader(fetcher, adapters.media(), mediaUrls());
        return new InputLoader(new SourceReader(readFile(), links));
    }

    private TaskRunner runner() {
        return new TaskRunner(router.get(), ledger(), parts());
    }

    private TaskOpener.Parts parts() {
        return new TaskOpener.Parts(
                adapters.media(),
                adapters.tasks(),
                new Ids(clock, random),
                clock,
                settings.tasks(),
                threads,
                metrics);
    }
}
