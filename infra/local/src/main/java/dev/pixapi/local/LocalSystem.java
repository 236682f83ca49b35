package dev.pixapi.local;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.blueprint.Trigger;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.lambda.wiring.Environment;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.local.embedded.EmbeddedServers;
import dev.pixapi.local.rights.Guards;

import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blueprint on one machine: embedded servers, what the blueprint lists created on them, and the
 * same handlers, driven by the same events. Also the harness of the tests.
 */
public final class LocalSystem implements AutoCloseable {
    private final EmbeddedServers servers;
    private final FrontDoor door;
    private final LocalResources resources;
    private final Guards rights = new Guards();
    private final LocalFunctions functions;
    private final QueuePump pump;
    private final StreamPump streams;
    private final Schedules schedules;
    private final LocalLifecycle lifecycle;

    private LocalSystem(
            EmbeddedServers servers, FrontDoor door, AwsClients clients, LocalOptions options) {
        this.servers = servers;
        this.door = door;
        this.resources = new LocalResources();
        resources.create(clients.dynamoDb().get(), clients.s3().get(), clients.sqs().get());
        this.functions =
                new LocalFunctions(
                        Blueprint.FUNCTIONS, function -> pixapi(function, clients, options));
        this.pump = new QueuePump(servers.sqs(), functions);
        this.streams = new StreamPump(servers.dynamoDbStreams(), functions);
        this.schedules = new Schedules(functions);
        this.lifecycle = new LocalLifecycle(servers.s3(), options.clock());
    }

    /**
     * Starts everything; when it returns, requests are answered.
     *
     * @throws java.net.BindException when the port is taken
     * @throws IOException when the data folder is in use, or a server does not start
     */
    public static LocalSystem start(LocalOptions options) throws IOException, InterruptedException {
        return start(options, LocalSystem::clients);
    }

    /** Wraps the clients that the functions get, so that a test can count and disturb. */
    public interface Clients {
        AwsClients of(EmbeddedServers servers);
    }

    public static LocalSystem start(LocalOptions options, Clients clients)
            throws IOException, InterruptedException {
        // The port first: that it is taken is known at once, and needs no clearing up.
        var door = FrontDoor.bind(options.port());
        try {
            var servers = EmbeddedServers.start(options.data());
            var system = new LocalSystem(servers, door, clients.of(servers), options);
            system.open(options);
            return system;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            door.close();
            throw failure;
        }
    }

    public URI url() {
        return door.url();
    }

    public LocalFunctions functions() {
        return functions;
    }

    public LocalResources resources() {
        return resources;
    }

    /** What functions may do, have done and were refused. */
    public Guards rights() {
        return rights;
    }

    public EmbeddedServers servers() {
        return servers;
    }

    /** The clients of the embedded servers, which may do everything; a function's are guarded. */
    public static AwsClients clients(EmbeddedServers servers) {
        return new AwsClients(
                servers::dynamoDb,
                servers::s3,
                () -> signer(servers),
                servers::sqs,
                () -> {
                    throw new IllegalStateException("there is no Secrets Manager here");
                },
                // Bedrock is AWS's own, also here: whoever runs this has credentials for it.
                () -> DefaultCredentialsProvider.builder().build());
    }

    private static S3Presigner signer(EmbeddedServers servers) {
        return S3Presigner.builder()
                .endpointOverride(servers.s3Endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(servers.credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    private Pixapi pixapi(LambdaFunction function, AwsClients clients, LocalOptions options) {
        var variables = variables(function, options);
        return new Pixapi(
                new Environment(variables),
                rights.guarded(function, variables, clients),
                options.clock(),
                new SecureRandom());
    }

    /** A function is told of the resources that it may touch, and of no other. */
    private Map<String, String> variables(LambdaFunction function, LocalOptions options) {
        var variables = new LinkedHashMap<String, String>();
        for (var access : function.access()) {
            // There is no Secrets Manager here: providers' keys are settings.
            if (!(access.resource() instanceof Secret)) {
                var name = access.resource().environmentVariable();
                variables.put(name, resources.names().get(name));
            }
        }
        variables.put(Setting.PIXAPI_MEDIA_URL.name(), door.url() + MediaFiles.PATH);
        variables.putAll(options.settings());
        return variables;
    }

    private void open(LocalOptions options) {
        // Before anything is written.
        for (var function : Blueprint.FUNCTIONS) {
            if (function.trigger() instanceof Trigger.Stream stream) {
                streams.start(function, stream, resources.nameOf(stream.table()));
            }
        }
        var media = new MediaFiles(servers.s3(), resources.nameOf(Resources.MEDIA));
        var streaming = !"off".equals(options.settings().get(Setting.PIXAPI_STREAMING.name()));
        door.open(new FrontDoor.Behind(functions, media, streaming), new AccessLog(options.log()));
        Blueprint.BUCKETS.forEach(b -> lifecycle.start(resources.nameOf(b), b.lifetimes()));
        for (var function : Blueprint.FUNCTIONS) {
            switch (function.trigger()) {
                case Messages messages -> pump.start(function, resources.nameOf(messages.queue()));
                case Schedule schedule -> schedules.start(function, schedule);
                case Http _, Trigger.Stream _, Direct _ -> {}
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        schedules.close();
        lifecycle.close();
        pump.close();
        streams.close();
        functions.close();
        servers.close();
    }
}
