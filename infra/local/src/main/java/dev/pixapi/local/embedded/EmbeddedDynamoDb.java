package dev.pixapi.local.embedded;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * AWS's DynamoDB Local in this JVM, on a free port of 127.0.0.1.
 *
 * <p>With a folder, the tables live in one SQLite file there, and an answered write survives the
 * end of the process. One process at a time may use a folder; {@link EmbeddedServers} locks it.
 *
 * <p>AWS's own server class listens on every interface and reports its start to AWS. Here AWS's
 * request handler runs behind a Jetty of our own, which does neither.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
    private static final int THREADS = 64;

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;

    private EmbeddedDynamoDb(Server server, LocalDynamoDBServerHandler handler, URI endpoint) {
        this.server = server;
        this.handler = handler;
        this.endpoint = endpoint;
    }

    /** Starts it, in the folder or in memory. The folder must exist. */
    public static EmbeddedDynamoDb start(Optional<Path> folder) throws IOException {
        ServerLogging.quiet();
        try {
            SQLiteLibraryLoader.initialize();
            return serve(new LocalDynamoDBServerHandler(tables(folder), null));
        } catch (Exception e) {
            throw new IOException("DynamoDB Local did not start", e);
        }
    }

    private static EmbeddedDynamoDb serve(LocalDynamoDBServerHandler handler) throws Exception {
        var server = new Server(new QueuedThreadPool(THREADS));
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost(Loopback.HOST);
        server.addConnector(connector);
        server.setHandler(handler);
        server.setStopTimeout(0);
        server.start();
        return new EmbeddedDynamoDb(server, handler, Loopback.http(connector.getLocalPort()));
    }

    /** One database for all regions and access keys; tables are active at once. */
    private static LocalDynamoDBRequestHandler tables(Optional<Path> folder) {
        var path = folder.map(Path::toString).orElse(null);
        return new CommittedTransactions(0, folder.isEmpty(), path, true, false);
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("DynamoDB Local did not stop", e);
        } finally {
            handler.close();
        }
    }
}
