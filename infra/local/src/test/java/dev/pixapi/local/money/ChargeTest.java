package dev.pixapi.local.money;

import static dev.pixapi.metric.Metric.COST_AT_RISK;
import static dev.pixapi.metric.Metric.LOST_RUNNERS;
import static dev.pixapi.metric.Metric.TASKS_COMPLETED;
import static dev.pixapi.metric.Metric.TASKS_GIVEN_UP;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.json.Fields;
import dev.pixapi.local.metric.MeteredSystem;
import dev.pixapi.local.metric.MeteredSystem.SimulatedCrash;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.Misbehaviours;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Calls whose end nobody knows: the caller is not charged, the provider is not asked again, and the
 * operator sees what it may have cost in the metric, in the task's row and in the explanation.
 */
class ChargeTest {
    /** Of the one image that each request asks for. */
    private static final int PRICE = 4;

    private final MeteredSystem system =
            new MeteredSystem(
                    "PIXAPI_LEASE_SECONDS", "0.6",
                    "PIXAPI_HEARTBEAT_SECONDS", "0.3",
                    "PIXAPI_RESEND_SECONDS", "0.2",
                    "PIXAPI_PROVIDER_TIMEOUT_SECONDS", "3",
                    "PIXAPI_DEADLINE_SECONDS", "20");

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void aProviderThatNeverAnswersMayHaveBeenPaidAndTheCallerPaysNothing() {
        system.upstream().behave(Misbehaviours.isSilent());
        assertEquals(504, system.generate(1).status());
        assertUnknown();
    }

    @Test
    void aCallThatIsResetWhenItWasSentIsNotSentAgainByAWorkerEither() {
        system.upstream().behave(Misbehaviours.resetsWhenRead());
        var id = system.submit();
        var task = system.pixapi().await(system.key(), id);
        assertEquals("failed", task.string("status"));
        assertEquals("model_timeout", task.object("error").string("code"));
        system.sweep();
        assertUnknown();
    }

    @Test
    void ofWhatAProviderRefusedNothingIsAtRisk() {
        system.upstream().behave(Misbehaviours.refuses(503, Map.of()));
        assertEquals(503, system.generate(1).status());
        assertEquals(List.of("unavailable"), outcomes(charge()));
        assertRisk(0);
        assertCharged(0);
    }

    @Test
    void aTaskThatWaitsHoldsItsPriceAndNobodyWasAsked() {
        system.queueIsDown(true);
        system.submit();
        var charge = charge();
        assertEquals("submitted", charge.string("status"));
        assertEquals(
                Map.of("held", PRICE, "hold", PRICE, "charged", 0, "refunded", 0, "at_risk", 0),
                charge.object("credits").values());
        assertEquals(
                Map.of("count", 0, "recorded", 0, "exchanges", List.of()),
                charge.object("attempts").values());
        assertEquals(List.of(), charge.objects("entries"));
        assertFalse(charge.has("started_at") || charge.has("completed_at"));
    }

    @Test
    void aLostRunnersCallThatIsRepeatedIsChargedOnceAndAtRiskOnce() throws InterruptedException {
        system.upstream().behave(Misbehaviours.resetsWhenRead());
        dieAtSettlements();
        assertEquals(500, system.generate(1).status());
        system.nothingDisturbs();
        system.upstream().behave(Images.asAsked());
        system.sweepUntil(LOST_RUNNERS, 1);
        system.await(TASKS_COMPLETED, 1);

        assertEquals(List.of("unknown", "images"), outcomes(charge()));
        assertEquals(2, charge().object("attempts").number("recorded"));
        assertEquals(PRICE, charge().object("credits").number("at_risk"));
        assertCharged(PRICE);
    }

    /** The first runner is still at its call when the second one has ended the task. */
    @Test
    void aRunThatLeftNoRecordIsCountedAndSeenToHaveLeftNone() throws InterruptedException {
        nobodyHearsHeartbeats();
        var slow = Misbehaviours.slow(Duration.ofMillis(2_500), Images.asAsked());
        system.upstream().behave(Behaviour.inTurn(slow, Images.asAsked()));
        var late = CompletableFuture.supplyAsync(() -> system.generate(1));
        system.sweepUntil(LOST_RUNNERS, 1);
        system.await(TASKS_COMPLETED, 1);

        var attempts = charge().object("attempts");
        assertEquals(2, attempts.number("count"));
        assertEquals(1, attempts.number("recorded"));
        assertRisk(PRICE);

        assertEquals(200, late.join().status());
        assertEquals(2, charge().object("attempts").number("recorded"));
        assertEquals(List.of("images", "images"), outcomes(charge()));
        assertRisk(PRICE);
        assertCharged(PRICE);
    }

    @Test
    void aTaskWhoseRunnersAreAllLostIsGivenUpWithAllTheirCallsAtRisk() throws InterruptedException {
        system.upstream().behave(Misbehaviours.resetsWhenRead());
        dieAtSettlements();
        assertEquals(500, system.generate(1).status());
        system.sweepUntil(LOST_RUNNERS, 1);
        Thread.sleep(1_000);
        system.nothingDisturbs();
        system.sweepUntil(TASKS_GIVEN_UP, 1);

        assertEquals(2, charge().object("attempts").number("count"));
        assertEquals(2 * PRICE, charge().object("credits").number("at_risk"));
        assertEquals("failed", charge().string("status"));
        assertCharged(0);
    }

    private void assertUnknown() {
        assertEquals(1, system.upstream().calls());
        var charge = charge();
        assertEquals("failed", charge.string("status"));
        assertEquals(1, charge.object("attempts").number("count"));
        assertEquals(List.of("unknown"), outcomes(charge));
        assertRisk(PRICE);
        assertCharged(0);
    }

    /** In the task's row, as the explanation shows it, and in the metric. */
    private void assertRisk(int credits) {
        assertEquals(credits, charge().object("credits").number("at_risk"));
        assertEquals(credits, system.lines().sum(COST_AT_RISK));
    }

    private void assertCharged(int credits) {
        assertEquals(credits, charge().object("credits").number("charged"));
        var settled = charge().objects("entries");
        assertEquals(List.of("settle"), settled.stream().map(e -> e.string("type")).toList());
        assertEquals(credits, settled.getFirst().number("credits"));
        var balance = system.pixapi().credits(system.key());
        assertEquals(credits, balance.number("spent"));
        assertEquals(0, balance.number("held"));
        assertEquals(100 - credits, balance.number("available"));
    }

    /** Of the account's one task. */
    private Fields charge() {
        var tasks = system.pixapi().get("/v1/tasks", system.key()).json().objects("data");
        assertEquals(1, tasks.size());
        var path = "/v1/tasks/" + tasks.getFirst().string("id") + "/charge";
        return system.pixapi().get(path, system.key()).json();
    }

    private static List<String> outcomes(Fields charge) {
        return charge.object("attempts").objects("exchanges").stream()
                .map(exchange -> exchange.string("outcome"))
                .toList();
    }

    private void dieAtSettlements() {
        system.beforeTables(
                request -> {
                    if (MeteredSystem.isSettlement(request)) {
                        throw new SimulatedCrash();
                    }
                });
    }

    private void nobodyHearsHeartbeats() {
        system.beforeTables(
                request -> {
                    if (request instanceof UpdateItemRequest update
                            && update.updateExpression().equals("SET lease = :lease")) {
                        throw new IllegalStateException("nobody hears it");
                    }
                });
    }
}
