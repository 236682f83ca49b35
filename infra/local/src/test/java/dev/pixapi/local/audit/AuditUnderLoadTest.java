package dev.pixapi.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.audit.AuditAccounts;
import dev.pixapi.audit.AuditAccounts.Run;
import dev.pixapi.audit.AuditParts;
import dev.pixapi.audit.AuditSettings;
import dev.pixapi.concurrent.VirtualThreads;
import dev.pixapi.lambda.dynamodb.Conflicts;
import dev.pixapi.lambda.dynamodb.DynamoDbAccountStore;
import dev.pixapi.lambda.dynamodb.DynamoDbAuditStore;
import dev.pixapi.lambda.dynamodb.DynamoDbBook;
import dev.pixapi.lambda.dynamodb.DynamoDbLedger;
import dev.pixapi.lambda.dynamodb.DynamoDbTaskStore;
import dev.pixapi.lambda.dynamodb.Tables;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.metric.Counted;
import dev.pixapi.metric.Metric;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many threads move credits while the auditor runs again and again: it finds nothing. */
class AuditUnderLoadTest {
    private static final int THREADS = 8;
    private static final List<AccountId> ACCOUNTS =
            List.of(
                    new AccountId(Mode.TEST, "busy"),
                    new AccountId(Mode.TEST, "busier"),
                    new AccountId(Mode.TEST, "calm"));
    private static final Duration LOAD = Duration.ofSeconds(8);

    private final Counted metrics = new Counted();
    private final WritersClock clock = new WritersClock();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void aHealthyAccountIsNeverFrozen() throws Exception {
        try (var system = TestingSystem.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ledger = ledger(system);
            ACCOUNTS.forEach(account -> ledger.createAccount(account, 1_000));
            var auditor = auditor(system);
            var writers = new ArrayList<Future<?>>();
            for (var i = 0; i < THREADS; i++) {
                var seed = i;
                writers.add(threads.submit(() -> write(ledger, seed)));
            }
            var end = Instant.now().plus(LOAD);
            var runs = new ArrayList<Run>();
            while (Instant.now().isBefore(end)) {
                runs.add(auditor.run());
            }
            ended.set(true);
            for (var writer : writers) {
                writer.get();
            }
            runs.add(auditor.run());
            assertFound(runs, ledger);
            ACCOUNTS.forEach(
                    account -> assertEquals(List.of(), auditor.one(account, true).breaks()));
        }
    }

    private void assertFound(List<Run> runs, Ledger ledger) {
        assertEquals(0, runs.stream().mapToInt(Run::breaks).sum());
        assertEquals(0, runs.stream().mapToInt(Run::failed).sum());
        assertEquals(0, metrics.of(Metric.LEDGER_BREAKS));
        // Standing still again, all are checked exactly.
        assertEquals(new Run(ACCOUNTS.size(), 0, 0, 0, 0), runs.getLast());
        assertTrue(runs.stream().mapToInt(Run::audited).sum() > ACCOUNTS.size());
        for (var account : ACCOUNTS) {
            assertTrue(ledger.shards(account).getFirst().frozen().isEmpty());
        }
    }

    /** Opens, settles, cancels, refunds and grants, at random. */
    private void write(Ledger ledger, int seed) {
        var random = new Random(seed);
        for (var i = 0; !ended.get(); i++) {
            // The calm one is written to now and then.
            var account = ACCOUNTS.get(random.nextInt(20) == 0 ? 2 : random.nextInt(2));
            var name = seed + "-" + i;
            if (i % 10 == 0) {
                var credits = Credits.of("100");
                clock.write(now -> ledger.grant(new Grant(account, name, credits, now)));
            }
            work(ledger, account, name, random);
        }
    }

    private void work(Ledger ledger, AccountId account, String name, Random random) {
        var task = TestingTask.running(account, name, Instant.now());
        if (!(ledger.open(task) instanceof Opened)) {
            return;
        }
        var charge = new Credits(random.nextLong(task.order().hold().millionths() + 1));
        var settled =
                clock.write(
                        now ->
                                ledger.settle(
                                        task,
                                        random.nextBoolean()
                                                ? Settlement.completed(charge, now)
                                                : Settlement.canceled(now)));
        var ended = assertInstanceOf(Settled.class, settled).task();
        if (!ended.progress().charged().equals(Credits.ZERO)) {
            refund(ledger, ended);
        }
    }

    private void refund(Ledger ledger, Task task) {
        clock.write(now -> ledger.refund(new Refund(task, task.id().value(), new Credits(1), now)));
    }

    private Ledger ledger(TestingSystem system) {
        return new DynamoDbLedger(
                system.system().servers().dynamoDb(),
                tables(system),
                Duration.ofSeconds(30),
                new Conflicts(() -> 0, metrics));
    }

    /** A difference of holds counts at once, and entries as soon as none can come before them. */
    private AuditAccounts auditor(TestingSystem system) {
        var dynamoDb = system.system().servers().dynamoDb();
        var tables = tables(system);
        return new AuditAccounts(
                new AuditParts(
                        ledger(system),
                        new DynamoDbAccountStore(dynamoDb, tables),
                        new DynamoDbTaskStore(
                                dynamoDb, tables, Instant::now, new Conflicts(() -> 0, metrics)),
                        new DynamoDbBook(dynamoDb, tables),
                        new DynamoDbAuditStore(dynamoDb, tables),
                        clock,
                        new VirtualThreads(),
                        metrics),
                new AuditSettings(
                        Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ofMillis(1)));
    }

    private static Tables tables(TestingSystem system) {
        return new Tables(system.system().resources()::nameOf);
    }
}
