package dev.pixapi.local.metric;

import static dev.pixapi.local.metric.CountedOnceTest.counts;
import static dev.pixapi.local.upstream.Misbehaviours.refuses;
import static dev.pixapi.metric.Metric.COST_AT_RISK;
import static dev.pixapi.metric.Metric.DEAD_LETTERS;
import static dev.pixapi.metric.Metric.LOST_LEASES;
import static dev.pixapi.metric.Metric.LOST_RUNNERS;
import static dev.pixapi.metric.Metric.OLDEST_DUE_SECONDS;
import static dev.pixapi.metric.Metric.SWEEP_FAILURES;
import static dev.pixapi.metric.Metric.TASKS_COMPLETED;
import static dev.pixapi.metric.Metric.TASKS_FAILED;
import static dev.pixapi.metric.Metric.TASKS_GIVEN_UP;
import static dev.pixapi.metric.Metric.TASKS_RESENT;
import static dev.pixapi.metric.Metric.UNSENT_TASKS;
import static dev.pixapi.metric.Metric.WASTED_IMAGES;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.metric.MeteredSystem.SimulatedCrash;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.Misbehaviours;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tasks that nobody sent, runs or ends, and what the sweeper counts of them. */
class LostTasksTest {
    private final MeteredSystem system =
            new MeteredSystem(
                    "PIXAPI_LEASE_SECONDS", "0.6",
                    "PIXAPI_HEARTBEAT_SECONDS", "0.3",
                    "PIXAPI_RESEND_SECONDS", "0.2",
                    "PIXAPI_PROVIDER_TIMEOUT_SECONDS", "5",
                    "PIXAPI_DEADLINE_SECONDS", "6");

    private final MetricLines lines = system.lines();

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void aSweepThatFindsNothingSaysThatNothingIsLate() {
        lines.forget();
        system.sweep();
        assertEquals(1, lines.texts().size());
        assertTrue(lines.texts().getFirst().contains("\"OldestDueSeconds\":0"));
        assertEquals(counts(), lines.counts());
    }

    @Test
    void aTaskThatWasNotSentIsSeenAndSentAgain() throws InterruptedException {
        system.queueIsDown(true);
        system.submit();
        assertEquals(counts("TASKS_OPENED 1", "UNSENT_TASKS 1"), lines.counts());
        Thread.sleep(1_500);
        system.sweep();
        assertEquals(1, lines.sum(SWEEP_FAILURES));
        assertEquals(0, lines.sum(TASKS_RESENT));
        assertTrue(lines.sum(OLDEST_DUE_SECONDS) >= 1);
        system.queueIsDown(false);
        system.sweepUntil(TASKS_RESENT, 1);
        system.await(TASKS_COMPLETED, 1);
        assertEquals(1, lines.sum(UNSENT_TASKS));
        assertEquals(0, lines.sum(TASKS_GIVEN_UP) + lines.sum(COST_AT_RISK));
    }

    @Test
    void aTaskThatNobodyEverRanIsGivenUpAndCostNothing() throws InterruptedException {
        system.queueIsDown(true);
        system.submit();
        system.sweepUntil(TASKS_GIVEN_UP, 1);
        assertEquals(1, lines.sum(TASKS_FAILED, "model_timeout"));
        assertEquals(0, lines.sum(COST_AT_RISK));
        var failures = lines.sum(SWEEP_FAILURES);
        system.sweep();
        assertEquals(failures, lines.sum(SWEEP_FAILURES));
        assertEquals(1, lines.sum(TASKS_GIVEN_UP));
    }

    @Test
    void aLostRunnersCallThatIsRepeatedIsACostAtRisk() throws InterruptedException {
        system.upstream().behave(refuses(503, Map.of()));
        dieAtSettlements();
        assertEquals(500, system.generate(1).status());
        assertEquals(0, lines.sum(COST_AT_RISK));
        system.nothingDisturbs();
        system.upstream().behave(Images.asAsked());
        system.sweepUntil(LOST_RUNNERS, 1);
        system.await(TASKS_COMPLETED, 1);
        assertEquals(4, lines.sum(COST_AT_RISK));
    }

    @Test
    void aLostRunnersImagesThatWereStoredAreNoCostAtRisk() throws InterruptedException {
        dieAtSettlements();
        assertEquals(500, system.generate(1).status());
        system.nothingDisturbs();
        system.sweepUntil(LOST_RUNNERS, 1);
        system.await(TASKS_COMPLETED, 1);
        assertEquals(0, lines.sum(COST_AT_RISK) + lines.sum(WASTED_IMAGES));
    }

    @Test
    void aDeadLetterWhoseRunnerIsGoneIsGivenUpAtACostAtRisk() throws InterruptedException {
        system.upstream().behave(refuses(503, Map.of()));
        dieAtSettlements();
        system.generate(1);
        system.nothingDisturbs();
        var tasks = system.pixapi().get("/v1/tasks", system.key()).json().objects("data");
        Thread.sleep(700);
        var message = MeteredSystem.naming(tasks.getFirst().string("id"));
        system.message("DeadLetter", message);
        system.message("DeadLetter", message);
        assertEquals(2, lines.sum(DEAD_LETTERS));
        assertEquals(1, lines.sum(TASKS_GIVEN_UP));
        assertEquals(4, lines.sum(COST_AT_RISK));
    }

    /** It hears of it when it settles: another one was faster, and its images are waste. */
    @Test
    void aRunnerThatWasTakenOverCountsItsImagesAsWaste() throws InterruptedException {
        system.beforeTables(
                request -> {
                    if (isHeartbeat(request)) {
                        throw new IllegalStateException("nobody hears it");
                    }
                });
        system.upstream()
                .behave(
                        Behaviour.inTurn(
                                Misbehaviours.slow(Duration.ofSeconds(3), Images.asAsked()),
                                Images.asAsked()));
        var late = CompletableFuture.supplyAsync(() -> system.generate(1));
        system.sweepUntil(LOST_RUNNERS, 1);
        assertEquals(200, late.join().status());
        assertEquals(1, lines.sum(LOST_LEASES));
        assertEquals(1, lines.sum(WASTED_IMAGES));
        assertEquals(1, lines.sum(TASKS_COMPLETED));
        assertEquals(4, lines.sum(COST_AT_RISK));
    }

    private void dieAtSettlements() {
        system.beforeTables(
                request -> {
                    if (MeteredSystem.isSettlement(request)) {
                        throw new SimulatedCrash();
                    }
                });
    }

    private static boolean isHeartbeat(SdkRequest request) {
        return request instanceof UpdateItemRequest update
                && update.updateExpression().equals("SET lease = :lease");
    }
}
