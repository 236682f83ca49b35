package dev.pixapi.local.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.lambda.dynamodb.Conflicts;
import dev.pixapi.lambda.dynamodb.DynamoDbAccountStore;
import dev.pixapi.lambda.dynamodb.DynamoDbLedger;
import dev.pixapi.lambda.dynamodb.DynamoDbTaskStore;
import dev.pixapi.lambda.dynamodb.Tables;
import dev.pixapi.ledger.AccountStore;
import dev.pixapi.ledger.ClaimOutcome.Claimed;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome.Granted;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.Page;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.local.LocalResources;
import dev.pixapi.local.embedded.EmbeddedServers;
import dev.pixapi.local.metric.Counted;

import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The ledger and the task store as functions have them, on fresh tables, and the tables' rows. */
public final class TestingLedger implements AutoCloseable {
    /** Far ahead of any clock. */
    public static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    /** After which a task that nobody took up is due. */
    public static final Duration RESEND = Duration.ofSeconds(30);

    static final long MOST_TASKS = 100;

    /** DynamoDB's own limit. */
    private static final int BATCH = 25;

    private final EmbeddedServers servers = start();
    private final LocalResources resources = new LocalResources();
    private final AtomicInteger accounts = new AtomicInteger();
    private final Wire wire = new Wire();
    private final DynamoDbClient client = client();
    private final Counted metrics = new Counted();

    /** The tables alone: nobody sweeps, watches or audits what tests write by hand. */
    public TestingLedger() {
        resources.create(servers.dynamoDb(), servers.s3(), servers.sqs());
    }

    private static EmbeddedServers start() {
        try {
            return EmbeddedServers.start(Optional.empty());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClient(wire)
                .endpointOverride(servers.dynamoDbEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(servers.credentials())
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
                .build();
    }

    /** The port; its pauses between two tries are a millisecond. */
    public Ledger ledger() {
        return ledger(() -> 0);
    }

    Ledger ledger(RandomGenerator random) {
        return new DynamoDbLedger(
                client, new Tables(this::name), RESEND, new Conflicts(random, metrics));
    }

    TaskStore tasks() {
        return tasksAt(NOW);
    }

    /** The store, at a time: what is past its days is not there. */
    TaskStore tasksAt(Instant time) {
        return tasksBy(InstantSource.fixed(time));
    }

    /** The store, by a clock that goes on. */
    public TaskStore tasksBy(InstantSource clock) {
        return new DynamoDbTaskStore(
                client, new Tables(this::name), clock, new Conflicts(() -> 0, metrics));
    }

    public AccountStore accounts() {
        return new DynamoDbAccountStore(client, new Tables(this::name));
    }

    /** What was counted since the tables were made. */
    Counted metrics() {
        return metrics;
    }

    public Wire wire() {
        return wire;
    }

    DynamoDbClient dynamoDb() {
        return client;
    }

    public String name(Table table) {
        return resources.nameOf(table);
    }

    /** A name that no account has yet. */
    AccountId newName() {
        return new AccountId(Mode.TEST, "account-" + accounts.incrementAndGet());
    }

    /** A new account with these credits, in one grant. */
    AccountId account(String credits) {
        var account = newName();
        ledger().createAccount(account, MOST_TASKS);
        grant(account, "welcome", credits);
        return account;
    }

    void grant(AccountId account, String id, String credits) {
        var grant = new Grant(account, id, Credits.of(credits), NOW);
        assertEquals(new Granted(), ledger().grant(grant));
    }

    /** Credits that expire so many seconds after NOW. */
    void grant(AccountId account, String id, String credits, long expires) {
        assertEquals(new Granted(), ledger().grant(expiring(account, id, credits, expires)));
    }

    static Grant expiring(AccountId account, String id, String credits, long expires) {
        var end = Optional.of(NOW.plusSeconds(expires));
        return new Grant(account, id, Credits.of(credits), NOW, end, 0);
    }

    /** What is left of grants, as the row says: {@code order-1 4, order-2 10}. */
    String lots(AccountId account) {
        return lotsRow(account).get("lots").l().stream()
                .map(lot -> lot.m().get("grant").s() + " " + credits(lot.m(), "left"))
                .collect(Collectors.joining(", "));
    }

    /** Empty when there is none. */
    Map<String, AttributeValue> lotsRow(AccountId account) {
        return row(Resources.LOTS, Map.of("account", AttributeValue.fromS(account.toString())));
    }

    /** Opens the task in a shard of an account of so many. */
    Task open(Task task, int shard, int shards) {
        return assertInstanceOf(Opened.class, ledger().open(task.in(shard), shards)).task();
    }

    Task open(Task task) {
        return assertInstanceOf(Opened.class, ledger().open(task)).task();
    }

    /** Takes the task at a time; fails the test when it cannot be had. */
    Task claim(Task task, String runner, Instant now) {
        var outcome = ledger().claim(task.id(), TestingTasks.terms(runner, now));
        return assertInstanceOf(Claimed.class, outcome).task();
    }

    /** A task that ended with this charge. */
    Task settled(Task submitted, String charge) {
        var task = open(submitted);
        var completed = Settlement.completed(Credits.of(charge), NOW.plusSeconds(5));
        return assertInstanceOf(Settled.class, ledger().settle(task, completed)).task();
    }

    /** The first hundred entries, newest first. */
    List<Entry> entries(AccountId account) {
        return ledger().entries(account, new Page(100, Optional.empty()));
    }

    Optional<Task> find(Task task) {
        return tasks().find(task.id());
    }

    /** Counters as they stand in the row, as text. */
    String counters(AccountId account) {
        return counters(account, 0);
    }

    String counters(AccountId account, int shard) {
        var row = accountRow(account, shard);
        return "available %s, held %s, spent %s, tasks %s"
                .formatted(
                        credits(row, "available"),
                        credits(row, "held"),
                        credits(row, "spent"),
                        row.get("tasks").n());
    }

    Map<String, AttributeValue> accountRow(AccountId account) {
        return accountRow(account, 0);
    }

    /** Empty when there is none. */
    Map<String, AttributeValue> accountRow(AccountId account, int shard) {
        var key =
                Map.of(
                        "account", AttributeValue.fromS(account.toString()),
                        "shard", AttributeValue.fromN(String.valueOf(shard)));
        return row(Resources.ACCOUNTS, key);
    }

    /** Writes a counter of the first row past the ledger, in millionths. */
    void tamper(AccountId account, String counter, long value) {
        var row = new HashMap<>(accountRow(account));
        row.put(counter, AttributeValue.fromN(Long.toString(value)));
        put(Resources.ACCOUNTS, row);
    }

    /** Empty when there is none. */
    Map<String, AttributeValue> taskRow(Task task) {
        return row(Resources.TASKS, Map.of("id", AttributeValue.fromS(task.id().value())));
    }

    private Map<String, AttributeValue> row(Table table, Map<String, AttributeValue> key) {
        return client.getItem(get -> get.tableName(name(table)).key(key).consistentRead(true))
                .item();
    }

    /** Writes a row past the ledger, as an operator's restore of a backup would. */
    void put(Table table, Map<String, AttributeValue> row) {
        client.putItem(put -> put.tableName(name(table)).item(row));
    }

    /** Empties the tables, and makes the way to them quiet. */
    public void clear() {
        wire.disturb();
        wire.rewrite(UnaryOperator.identity());
        clear(Resources.ACCOUNTS, "account", "shard");
        clear(Resources.TASKS, "id");
        clear(Resources.ENTRIES, "account", "id");
        clear(Resources.LOTS, "account");
    }

    private void clear(Table table, String... key) {
        var rows =
                client.scanPaginator(scan -> scan.tableName(name(table))).items().stream()
                        .map(row -> deletion(row, key))
                        .toList();
        for (var from = 0; from < rows.size(); from += BATCH) {
            var some = rows.subList(from, Math.min(rows.size(), from + BATCH));
            client.batchWriteItem(write -> write.requestItems(Map.of(name(table), some)));
        }
    }

    private static WriteRequest deletion(Map<String, AttributeValue> row, String... key) {
        var place = Arrays.stream(key).collect(Collectors.toMap(part -> part, row::get));
        return WriteRequest.builder().deleteRequest(delete -> delete.key(place)).build();
    }

    /** Checks invariants 1 to 5 of these accounts in the tables themselves. */
    public void audit(AccountId... audited) {
        Audit.of(this).check(audited);
    }

    static Credits credits(Map<String, AttributeValue> row, String name) {
        return new Credits(Long.parseLong(row.get(name).n()));
    }

    @Override
    public void close() {
        client.close();
        wire.close();
        try {
            servers.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
