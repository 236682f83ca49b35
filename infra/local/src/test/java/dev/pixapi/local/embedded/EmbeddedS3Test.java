package dev.pixapi.local.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@ParameterizedClass(name = "in files: {0}")
@ValueSource(booleans = {false, true})
class EmbeddedS3Test {
    private static final String BUCKET = "media";
    private static final int WRITERS = 16;

    private final boolean inFiles;

    @TempDir Path folder;
    private EmbeddedS3 server;
    private S3Client client;

    EmbeddedS3Test(boolean inFiles) {
        this.inFiles = inFiles;
    }

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedS3.start(inFiles ? Optional.of(folder) : Optional.empty());
        client = LocalClients.s3(server.endpoint());
        client.createBucket(bucket -> bucket.bucket(BUCKET));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void anObjectKeepsItsTypeItsCacheControlAndItsMetadata() {
        client.putObject(
                put ->
                        put.bucket(BUCKET)
                                .key("a/b.png")
                                .contentType("image/png")
                                .cacheControl("private, max-age=60")
                                .metadata(Map.of("task", "t1")),
                RequestBody.fromString("png"));

        var read = client.getObjectAsBytes(get -> get.bucket(BUCKET).key("a/b.png"));

        assertEquals("png", read.asUtf8String());
        assertEquals("image/png", read.response().contentType());
        assertEquals("private, max-age=60", read.response().cacheControl());
        assertEquals(Map.of("task", "t1"), read.response().metadata());
    }

    @Test
    void twentyMegabytesComeBackAsTheyWere() {
        var bytes = new byte[20 << 20];
        new Random(1).nextBytes(bytes);

        client.putObject(put -> put.bucket(BUCKET).key("big"), RequestBody.fromBytes(bytes));

        assertArrayEquals(
                bytes, client.getObjectAsBytes(get -> get.bucket(BUCKET).key("big")).asByteArray());
    }

    @Test
    void ofWritersThatAskForANewKeyExactlyOneWins() throws Exception {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var round = 0; round < 10; round++) {
                var key = "round-" + round;
                var winners = race(threads, key);
                var stored = client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key));
                assertEquals(List.of(stored.asUtf8String()), winners);
            }
        }
    }

    private List<String> race(ExecutorService threads, String key) throws Exception {
        var writers = new ArrayList<Callable<Optional<String>>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            var body = "writer " + writer;
            writers.add(() -> putIfNew(key, body) ? Optional.of(body) : Optional.empty());
        }
        return threads.invokeAll(writers).stream()
                .flatMap(put -> put.resultNow().stream())
                .toList();
    }

    private boolean putIfNew(String key, String body) {
        try {
            client.putObject(
                    put -> put.bucket(BUCKET).key(key).ifNoneMatch("*"),
                    RequestBody.fromString(body));
            return true;
        } catch (S3Exception e) {
            assertEquals(412, e.statusCode());
            return false;
        }
    }

    @Test
    void aSignedUrlReadsTheObjectAndAChangedOneDoesNot() throws Exception {
        client.putObject(put -> put.bucket(BUCKET).key("c"), RequestBody.fromString("signed"));
        var url = signed("c");

        assertEquals("signed", get(url).body());
        var longer = URI.create(url.toString().replace("Expires=60", "Expires=61"));
        assertEquals(403, get(longer).statusCode());
    }

    private URI signed(String key) throws Exception {
        try (var presigner =
                S3Presigner.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(LocalClients.credentials())
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .build()) {
            return presigner
                    .presignGetObject(
                            signed ->
                                    signed.signatureDuration(Duration.ofSeconds(60))
                                            .getObjectRequest(get -> get.bucket(BUCKET).key(key)))
                    .url()
                    .toURI();
        }
    }

    private static HttpResponse<String> get(URI url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }

    @Test
    void aForeignSignatureIsRefused() {
        var stranger =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "guess"));
        try (var refused =
                S3Client.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(stranger)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            var refusal = assertThrows(S3Exception.class, refused::listBuckets);
            assertEquals(403, refusal.statusCode());
        }
    }
}
