package dev.pixapi.lambda.wiring;

import dev.pixapi.account.Authenticator;
import dev.pixapi.account.KeyStore;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.fetch.LinkFetcher;
import dev.pixapi.file.CreateFile;
import dev.pixapi.file.DeleteFile;
import dev.pixapi.file.FindFile;
import dev.pixapi.file.ReadFile;
import dev.pixapi.input.InputLoader;
import dev.pixapi.input.LinkReader;
import dev.pixapi.input.SourceReader;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.dynamodb.DynamoDbKeyStore;
import dev.pixapi.lambda.dynamodb.DynamoDbLedger;
import dev.pixapi.lambda.dynamodb.DynamoDbTaskStore;
import dev.pixapi.lambda.dynamodb.Tables;
import dev.pixapi.lambda.s3.PublicMediaUrls;
import dev.pixapi.lambda.s3.S3MediaStore;
import dev.pixapi.lambda.s3.S3UploadSigner;
import dev.pixapi.lambda.s3.SignedMediaUrls;
import dev.pixapi.lambda.sqs.SqsTaskQueue;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.media.MediaStore;
import dev.pixapi.media.MediaUrls;
import dev.pixapi.provider.Router;
import dev.pixapi.provider.sandbox.SandboxProvider;
import dev.pixapi.provisioning.ProvisionAccount;
import dev.pixapi.request.ImagesReader;
import dev.pixapi.task.CancelTask;
import dev.pixapi.task.DeleteMedia;
import dev.pixapi.task.FindTask;
import dev.pixapi.task.GenerateImages;
import dev.pixapi.task.Ids;
import dev.pixapi.task.KeptAnswers;
import dev.pixapi.task.ListTasks;
import dev.pixapi.task.Results;
import dev.pixapi.task.SubmitTask;
import dev.pixapi.task.SweepTasks;
import dev.pixapi.task.TaskOpener;
import dev.pixapi.task.TaskQueue;
import dev.pixapi.task.TaskRunner;
import dev.pixapi.task.WorkTask;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The composition root: puts the adapters behind the use cases. Nothing is made before it is used.
 */
public final class Pixapi {
    private static final Supplier<Pixapi> ON_AWS = Lazy.of(Pixapi::fromEnvironment);

    private final Environment environment;
    private final Settings settings;
    private final AwsClients clients;
    private final Clock clock;
    private final RandomGenerator random;
    private final Supplier<Catalog> catalog;
    private final Supplier<Authenticator> authenticator;
    private final Supplier<Router> router;

    public Pixapi(
            Environment environment, AwsClients clients, Clock clock, RandomGenerator random) {
        this.environment = environment;
        this.settings = Settings.of(environment);
        this.clients = clients;
        this.clock = clock;
        this.random = random;
        this.catalog = Lazy.of(() -> CatalogReader.read(settings.catalog()));
        this.authenticator = Lazy.of(() -> new Authenticator(keys(), clock));
        this.router =
                Lazy.of(
                        () ->
                                new Router(
                                        catalog(),
                                        Providers.setUp(environment, clients),
                                        new SandboxProvider()));
    }

    /** The one of this process, from its environment. */
    public static Pixapi onAws() {
        return ON_AWS.get();
    }

    private static Pixapi fromEnvironment() {
        JsonLog.install();
        return new Pixapi(
                new Environment(System.getenv()),
                AwsClients.onAws(),
                Clock.systemUTC(),
                new SecureRandom());
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
        return new GenerateImages(opener(), runner(), tasks(), settings.tasks());
    }

    public SubmitTask submitTask() {
        return new SubmitTask(opener(), queue());
    }

    public WorkTask workTask() {
        return new WorkTask(ledger(), runner(), imagesReader(), parts());
    }

    public SweepTasks sweepTasks() {
        return new SweepTasks(ledger(), tasks(), queue(), parts());
    }

    public FindTask findTask() {
        return new FindTask(tasks());
    }

    public ListTasks listTasks() {
        return new ListTasks(tasks());
    }

    public CancelTask cancelTask() {
        return new CancelTask(findTask(), ledger(), clock);
    }

    public DeleteMedia deleteMedia() {
        return new DeleteMedia(findTask(), tasks(), media(), clock);
    }

    public KeptAnswers keptAnswers() {
        return new KeptAnswers(media(), signedUrls(KeptAnswers.URL_LIFE), clock);
    }

    public CreateFile createFile() {
        var signer =
                new S3UploadSigner(
                        clients.signer(), () -> environment.physicalName(Resources.MEDIA));
        return new CreateFile(media(), signer, clock, random);
    }

    public FindFile findFile() {
        return new FindFile(media(), clock);
    }

    public ReadFile readFile() {
        return new ReadFile(media(), clock);
    }

    public DeleteFile deleteFile() {
        return new DeleteFile(media());
    }

    public Results results() {
        return new Results(media(), clock);
    }

    public ProvisionAccount provisionAccount() {
        return new ProvisionAccount(ledger(), keys(), clock, random);
    }

    public Ledger ledger() {
        return new DynamoDbLedger(
                clients.dynamoDb().get(), tables(), settings.tasks().resend(), random);
    }

    public MediaUrls mediaUrls() {
        return settings.media()
                .url()
                .map(base -> (MediaUrls) new PublicMediaUrls(base))
                .orElseGet(() -> signedUrls(settings.media().life()));
    }

    private MediaUrls signedUrls(Duration life) {
        return new SignedMediaUrls(
                clients.signer(), () -> environment.physicalName(Resources.MEDIA), life);
    }

    private TaskOpener opener() {
        return new TaskOpener(catalog(), router.get(), inputs(), ledger(), parts());
    }

    private InputLoader inputs() {
        var links = new LinkReader(Lazy.of(LinkFetcher::onTheInternet), media(), mediaUrls());
        return new InputLoader(new SourceReader(readFile(), links));
    }

    private TaskRunner runner() {
        return new TaskRunner(router.get(), ledger(), parts());
    }

    private TaskOpener.Parts parts() {
        return new TaskOpener.Parts(
                media(), tasks(), new Ids(clock, random), clock, settings.tasks());
    }

    private KeyStore keys() {
        return new DynamoDbKeyStore(clients.dynamoDb().get(), tables());
    }

    private TaskStore tasks() {
        return new DynamoDbTaskStore(clients.dynamoDb().get(), tables(), clock, random);
    }

    private Tables tables() {
        return new Tables(environment::physicalName);
    }

    private MediaStore media() {
        return new S3MediaStore(clients.s3(), () -> environment.physicalName(Resources.MEDIA));
    }

    private TaskQueue queue() {
        return new SqsTaskQueue(
                clients.sqs(), () -> environment.physicalName(Resources.TASK_QUEUE));
    }
}
