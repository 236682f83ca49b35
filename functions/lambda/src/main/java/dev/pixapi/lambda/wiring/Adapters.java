package dev.pixapi.lambda.wiring;

import dev.pixapi.account.KeyStore;
import dev.pixapi.file.UploadSigner;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.dynamodb.Conflicts;
import dev.pixapi.lambda.dynamodb.DynamoDbAccountStore;
import dev.pixapi.lambda.dynamodb.DynamoDbKeyStore;
import dev.pixapi.lambda.dynamodb.DynamoDbLedger;
import dev.pixapi.lambda.dynamodb.DynamoDbTaskStore;
import dev.pixapi.lambda.dynamodb.Tables;
import dev.pixapi.lambda.s3.PublicMediaUrls;
import dev.pixapi.lambda.s3.S3MediaStore;
import dev.pixapi.lambda.s3.S3UploadSigner;
import dev.pixapi.lambda.s3.SignedMediaUrls;
import dev.pixapi.lambda.sqs.SqsTaskQueue;
import dev.pixapi.ledger.AccountStore;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.media.MediaStore;
import dev.pixapi.media.MediaUrls;
import dev.pixapi.task.TaskQueue;

import java.time.Clock;
import java.time.Duration;

/** The adapters to AWS, each on the resource that the environment names. */
final class Adapters {
    private final Environment environment;
    private final Settings settings;
    private final AwsClients clients;
    private final Clock clock;
    private final Conflicts conflicts;

    Adapters(
            Environment environment,
            Settings settings,
            AwsClients clients,
            Clock clock,
            Conflicts conflicts) {
        this.environment = environment;
        this.settings = settings;
        this.clients = clients;
        this.clock = clock;
        this.conflicts = conflicts;
    }

    Ledger ledger() {
        return new DynamoDbLedger(
                clients.dynamoDb().get(), tables(), settings.tasks().resend(), conflicts);
    }

    KeyStore keys() {
        return new DynamoDbKeyStore(clients.dynamoDb().get(), tables());
    }

    TaskStore tasks() {
        return new DynamoDbTaskStore(clients.dynamoDb().get(), tables(), clock, conflicts);
    }

    AccountStore accounts() {
        return new DynamoDbAccountStore(clients.dynamoDb().get(), tables());
    }

    TaskQueue queue() {
        return new SqsTaskQueue(
                clients.sqs(), () -> environment.physicalName(Resources.TASK_QUEUE));
    }

    MediaStore media() {
        return new S3MediaStore(clients.s3(), this::mediaBucket);
    }

    UploadSigner uploadSigner() {
        return new S3UploadSigner(clients.signer(), this::mediaBucket);
    }

    MediaUrls mediaUrls() {
        return settings.media()
                .url()
                .map(base -> (MediaUrls) new PublicMediaUrls(base))
                .orElseGet(() -> signedUrls(settings.media().life()));
    }

    MediaUrls signedUrls(Duration life) {
        return new SignedMediaUrls(clients.signer(), this::mediaBucket, life);
    }

    private Tables tables() {
        return new Tables(environment::physicalName);
    }

    private String mediaBucket() {
        return environment.physicalName(Resources.MEDIA);
    }
}
