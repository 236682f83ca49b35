package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.api.ApiException;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.lambda.dynamodb.Conflicts;
import dev.pixapi.lambda.dynamodb.DynamoDbLedger;
import dev.pixapi.lambda.dynamodb.Tables;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.metric.Metric;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures how many images a second the rows of one account take, by how many rows there are and
 * how many callers open and settle one task after the other: the adapter and the SDK as functions
 * have them, on a wire whose rows take one transaction at a time (docs/ledger.md has the table).
 * How long a transaction takes is an assumption, the first argument, in milliseconds.
 */
final class HotAccount {
    private static final AccountId ACCOUNT = new AccountId(Mode.LIVE, "hot");
    private static final Duration RUN = Duration.ofSeconds(3);
    private static final int[] SHARDS = {1, 2, 4, 8, 16, 32, 64};
    private static final int[] CALLERS = {1, 8, 32, 128};

    private final int shards;
    private final Ledger ledger;
    private final LongAdder images = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    private HotAccount(DynamoDbClient client, int shards) {
        this.shards = shards;
        this.ledger =
                new DynamoDbLedger(
                        client,
                        new Tables(Table::name),
                        TestingLedger.RESEND,
                        new Conflicts(
                                () -> ThreadLocalRandom.current().nextLong(),
                                (metric, _, value) -> count(metric, value)));
    }

    public static void main(String[] arguments) {
        var write = Duration.ofMillis(arguments.length == 0 ? 8 : Long.parseLong(arguments[0]));
        try (var wire = new BusyWire(write);
                var client = client(wire)) {
            new HotAccount(client, 4).run(32); // Warm.
            System.out.println(
                    "A transaction has its row for itself for " + write.toMillis() + " ms.");
            System.out.println(
                    "| Shards | Callers | Images a second | Conflicts a write | Given up |");
            System.out.println("|---|---|---|---|---|");
            for (var shards : SHARDS) {
                for (var callers : CALLERS) {
                    System.out.println(new HotAccount(client, shards).run(callers));
                }
            }
        }
    }

    private static DynamoDbClient client(BusyWire wire) {
        var nobody = AwsBasicCredentials.create("nobody", "nothing");
        return DynamoDbClient.builder()
                .httpClient(wire)
                .endpointOverride(URI.create("http://localhost"))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(nobody))
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
                .build();
    }

    /** A row of the table. */
    private String run(int callers) {
        var end = System.nanoTime() + RUN.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < callers; caller++) {
                var name = "caller-" + caller;
                threads.execute(() -> call(name, end));
            }
        }
        return "| %d | %d | %d | %.2f | %.2f %% |"
                .formatted(
                        shards,
                        callers,
                        images.sum() / RUN.toSeconds(),
                        conflicts.sum() / (double) writes.sum(),
                        100.0 * givenUp.sum() / writes.sum());
    }

    private void call(String name, long end) {
        for (var number = 0; System.nanoTime() < end; number++) {
            try {
                makeImage(name + "-" + number);
                images.increment();
            } catch (ApiException _) {
                // Too busy: the next one.
            }
        }
    }

    private void makeImage(String name) {
        var shard = ThreadLocalRandom.current().nextInt(shards);
        var task = TestingTasks.running(ACCOUNT, name, "4").in(shard);
        writes.increment();
        ledger.open(task, shards);
        writes.increment();
        ledger.settle(task, Settlement.completed(task.order().hold(), NOW));
    }

    private void count(Metric metric, double value) {
        if (metric == Metric.CONTENTION) {
            conflicts.add((long) value);
        }
        if (metric == Metric.WRITES_GIVEN_UP) {
            givenUp.add((long) value);
        }
    }
}
