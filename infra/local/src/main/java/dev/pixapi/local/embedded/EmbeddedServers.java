package dev.pixapi.local.embedded;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * DynamoDB, S3 and SQS in this JVM, each on a free port of 127.0.0.1, with a client for each.
 *
 * <p>With a data folder, tables and objects survive a restart and a kill; queues never do. Each
 * instance is a world of its own: several may run in one JVM, but only one on a folder.
 */
public final class EmbeddedServers implements AutoCloseable {
    private final OpenParts parts;
    private final Served<DynamoDbClient> dynamoDb;
    private final DynamoDbStreamsClient dynamoDbStreams;
    private final Served<S3Client> s3;
    private final Served<SqsClient> sqs;

    private EmbeddedServers(
            OpenParts parts,
            Served<DynamoDbClient> dynamoDb,
            Served<S3Client> s3,
            Served<SqsClient> sqs) {
        this.parts = parts;
        this.dynamoDb = dynamoDb;
        this.dynamoDbStreams = parts.client(LocalClients.dynamoDbStreams(dynamoDb.endpoint()));
        this.s3 = s3;
        this.sqs = sqs;
    }

    /**
     * Starts all three at once and returns when each has answered a call. Makes the folder if need
     * be.
     *
     * @throws IOException if the folder is in use by another process, or a server does not start;
     *     nothing is left running then
     */
    public static EmbeddedServers start(Optional<Path> folder)
            throws IOException, InterruptedException {
        var parts = new OpenParts();
        try {
            return start(parts, folder);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            parts.closeAfter(e);
            throw e;
        }
    }

    private static EmbeddedServers start(OpenParts parts, Optional<Path> folder)
            throws IOException, InterruptedException {
        if (folder.isPresent()) {
            parts.lock(FolderLock.take(Files.createDirectories(folder.get())));
        }
        var tables = below(folder, "dynamodb");
        var objects = below(folder, "s3");
        try (var threads = OpenParts.threads()) {
            var dynamoDb = threads.submit(() -> dynamoDb(parts, tables));
            var s3 = threads.submit(() -> s3(parts, objects));
            var sqs = threads.submit(() -> sqs(parts));
            return new EmbeddedServers(parts, started(dynamoDb), started(s3), started(sqs));
        }
    }

    private static Optional<Path> below(Optional<Path> folder, String name) throws IOException {
        return folder.isEmpty()
                ? folder
                : Optional.of(Files.createDirectories(folder.get().resolve(name)));
    }

    private static Served<DynamoDbClient> dynamoDb(OpenParts parts, Optional<Path> folder)
            throws IOException {
        var endpoint = parts.server(EmbeddedDynamoDb.start(folder)).endpoint();
        var client = parts.client(LocalClients.dynamoDb(endpoint));
        client.listTables();
        return new Served<>(endpoint, client);
    }

    private static Served<S3Client> s3(OpenParts parts, Optional<Path> folder) throws IOException {
        var endpoint = parts.server(EmbeddedS3.start(folder)).endpoint();
        var client = parts.client(LocalClients.s3(endpoint));
        client.listBuckets();
        return new Served<>(endpoint, client);
    }

    private static Served<SqsClient> sqs(OpenParts parts) throws IOException {
        var endpoint = parts.server(EmbeddedSqs.start()).endpoint();
        var client = parts.client(LocalClients.sqs(endpoint));
        client.listQueues();
        return new Served<>(endpoint, client);
    }

    private static <T> T started(Future<T> server) throws IOException, InterruptedException {
        try {
            return server.get();
        } catch (ExecutionException e) {
            throw new IOException("an embedded server did not start", e.getCause());
        }
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb.client();
    }

    public DynamoDbStreamsClient dynamoDbStreams() {
        return dynamoDbStreams;
    }

    public S3Client s3() {
        return s3.client();
    }

    public SqsClient sqs() {
        return sqs.client();
    }

    public URI dynamoDbEndpoint() {
        return dynamoDb.endpoint();
    }

    public URI s3Endpoint() {
        return s3.endpoint();
    }

    public URI sqsEndpoint() {
        return sqs.endpoint();
    }

    /** What the clients sign with, for presigners and for functions in a process of their own. */
    public AwsCredentialsProvider credentials() {
        return LocalClients.credentials();
    }

    /** Ends clients, servers and the lock, in this order; takes well under a second. */
    @Override
    public void close() throws IOException {
        parts.close();
    }

    private record Served<C>(URI endpoint, C client) {}
}
