package dev.pixapi.local.embedded;

import com.typesafe.config.ConfigFactory;

import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

import scala.concurrent.Await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * ElasticMQ, which speaks SQS, in this JVM, on a free port of 127.0.0.1.
 *
 * <p>Queues and messages are in memory and end with it. Where SQS accepts a delete with an old
 * receipt handle, this answers 400.
 */
public final class EmbeddedSqs implements AutoCloseable {
    private static final String SETTINGS = "dev/pixapi/local/embedded/sqs";
    private static final Duration STOP_TIMEOUT = Duration.ofMillis(900);

    private final ActorSystem actors;
    private final URI endpoint;

    private EmbeddedSqs(ActorSystem actors, URI endpoint) {
        this.actors = actors;
        this.endpoint = endpoint;
    }

    public static EmbeddedSqs start() throws IOException {
        ServerLogging.quiet();
        var actors = ActorSystem.create("sqs", ConfigFactory.load(SETTINGS));
        try {
            return new EmbeddedSqs(actors, Loopback.http(serve(actors)));
        } catch (RuntimeException | Error e) {
            actors.terminate();
            throw e;
        }
    }

    private static int serve(ActorSystem actors) {
        return SQSRestServerBuilder.withActorSystem(actors)
                .withInterface(Loopback.HOST)
                .withDynamicPort()
                .withAWSRegion(Loopback.REGION)
                .start()
                .waitUntilStarted()
                .localAddress()
                .getPort();
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Ends the actors at once: ElasticMQ's own stop would wait for every open long poll. */
    @Override
    public void close() throws IOException {
        var timeout = scala.concurrent.duration.Duration.fromNanos(STOP_TIMEOUT.toNanos());
        try {
            Await.ready(actors.terminate(), timeout);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IOException("ElasticMQ did not stop in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
