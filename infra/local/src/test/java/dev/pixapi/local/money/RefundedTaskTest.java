package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.metric.MeteredSystem;
import dev.pixapi.metric.Metric;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Charges that the operator gives back: whole or in parts, once for each id, never too much. */
class RefundedTaskTest {
    private static TestingSystem pixapi;

    private final Fields account = pixapi.provision("test", 100);
    private final String key = account.string("key");

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void aRefundThatNamesNoCreditsGivesBackTheWholeCharge() {
        var task = chargedEight();
        var answer = refund(task, "whole");
        assertOutcome("refunded", answer);
        assertEquals(8, answer.number("charged"));
        assertEquals(8, answer.number("refunded"));
        assertEquals(balance(100, 8), answer.object("balance").values());
        assertRefunded("8");
    }

    @Test
    void aChargeIsGivenBackInPartsToTheMillionth() {
        var task = chargedEight();
        assertOutcome("refunded", refund(task, "a", "0.000001"));
        assertOutcome("refunded", refund(task, "b", "2.5"));
        assertRefunded("2.500001");
        assertOutcome("refunded", refund(task, "rest"));
        assertRefunded("8");
    }

    @Test
    void theCallerSeesARefundInTheEntriesAndInTheExplanation() {
        var task = chargedEight();
        refund(task, "ticket-17", "2.5");

        var entry = pixapi.get("/v1/credits/entries", key).json().objects("data").getFirst();
        assertEquals("refund", entry.string("type"));
        assertEquals(new BigDecimal("2.5"), entry.decimal("credits"));
        assertEquals(task, entry.string("task_id"));
        assertEquals("ticket-17", entry.string("refund_id"));

        var charge = pixapi.get("/v1/tasks/" + task + "/charge", key).json();
        assertEquals(8, charge.object("credits").number("charged"));
        assertEquals(new BigDecimal("2.5"), charge.object("credits").decimal("refunded"));
        var types = charge.objects("entries").stream().map(e -> e.string("type")).toList();
        assertEquals(List.of("settle", "refund"), types);
        assertEquals(entry, charge.objects("entries").getLast());
    }

    @Test
    void whateverComesWithItARefundsIdIsUsedOnce() {
        var task = chargedEight();
        refund(task, "once", "2.5");
        for (var again : List.of(refund(task, "once", "2.5"), refund(task, "once", "3"))) {
            assertOutcome("refunded_before", again);
            assertEquals(new BigDecimal("2.5"), again.decimal("credits"));
        }
        assertOutcome("refunded_before", refund(task, "once"));
        assertRefunded("2.5");
    }

    @Test
    void aRefundOfTheWholeChargeThatIsRepeatedWasMadeBefore() {
        var task = chargedEight();
        refund(task, "whole");
        var again = refund(task, "whole");
        assertOutcome("refunded_before", again);
        assertEquals(8, again.number("credits"));
        assertRefunded("8");
    }

    @Test
    void noMoreIsGivenBackThanWasCharged() {
        var task = chargedEight();
        assertOutcome("too_much", refund(task, "a", "8.000001"));
        refund(task, "b", "3");
        var answer = refund(task, "c", "5.000001");
        assertOutcome("too_much", answer);
        assertEquals(8, answer.number("charged"));
        assertEquals(3, answer.number("refunded"));
        assertRefunded("3");
        assertOutcome("refunded", refund(task, "c", "5"));
        assertOutcome("too_much", refund(task, "of nothing"));
        assertRefunded("8");
    }

    @Test
    void refundsThatComeAtOnceGiveBackNoMoreThanWasCharged() throws Exception {
        var task = chargedEight();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    List.of("a", "b", "c", "d", "a", "b", "c", "d").stream()
                            .map(id -> (Callable<Fields>) () -> refund(task, id, "3"))
                            .toList();
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }
        assertRefunded("6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[slow 3s] not yet", "[fail]"})
    void nothingIsGivenBackOfWhatWasNotCharged(String prompt) {
        var body = Map.of("model", "nano-banana-2-512", "prompt", prompt);
        var task = pixapi.submit(key, body).json().string("id");
        if (prompt.equals("[fail]")) {
            pixapi.await(key, task);
        }
        assertOutcome("not_charged", refund(task, "a", "1"));
        assertOutcome("not_charged", refund(task, "a"));
        pixapi.await(key, task);
        assertRefunded("0");
    }

    @Test
    void aTaskOfAnotherAccountIsNotThere() {
        var task = chargedEight();
        var other = pixapi.provision("test", 0).string("account");
        for (var order :
                List.of(order("test", other, task), order("test", name(), "task_" + "0".repeat(26)))) {
            var fault = pixapi.fault("Correct", order);
            assertTrue(fault.matches("Correct failed: refund.task: .* has no such task"), fault);
        }
        assertRefunded("0");
    }

    /** Test and live have accounts of their own, though the name be the same. */
    @Test
    void anAccountThatIsNotThereIsToldSo() {
        var fault = pixapi.fault("Correct", order("live", name(), chargedEight()));
        assertEquals("Correct failed: account: there is no account live:" + name(), fault);
    }

    @Test
    void refundsAreCountedWhenTheyAreMade() {
        try (var system = new MeteredSystem()) {
            var task = system.generate(1).json().string("task_id");
            var order = order("live", system.account().replace("live:", ""), task);
            system.pixapi().invoke("Correct", order);
            system.pixapi().invoke("Correct", order);
            assertEquals(4, system.lines().sum(Metric.CREDITS_REFUNDED, "live"));
        }
    }

    private String chargedEight() {
        var body = Map.of("model", "nano-banana-2-512", "prompt", "to be refunded", "n", 2);
        var answer = pixapi.generate(key, body).json();
        assertEquals(8, answer.number("credits"));
        return answer.string("task_id");
    }

    private String name() {
        return account.string("account");
    }

    private static Map<String, Object> order(String mode, String account, String task) {
        var refund = Map.of("task", task, "id", "whole");
        return Map.of("mode", mode, "account", account, "refund", refund);
    }

    private Fields refund(String task, String id) {
        return refund(Map.of("task", task, "id", id));
    }

    private Fields refund(String task, String id, String credits) {
        return refund(Map.of("task", task, "id", id, "credits", new BigDecimal(credits)));
    }

    private Fields refund(Map<String, ?> refund) {
        return pixapi.invoke(
                "Correct", Map.of("mode", "test", "account", name(), "refund", refund));
    }

    private static void assertOutcome(String outcome, Fields answer) {
        assertEquals(outcome, answer.string("outcome"));
    }

    private static Map<String, Object> balance(int available, int refunded) {
        var balance = new HashMap<String, Object>();
        balance.put("available", available);
        balance.put("held", 0);
        balance.put("spent", 8);
        balance.put("granted", 100);
        balance.put("expired", 0);
        balance.put("refunded", refunded);
        return balance;
    }

    /** As the caller sees it; nothing else has moved. */
    private void assertRefunded(String credits) {
        var balance = pixapi.credits(key);
        var refunded = new BigDecimal(credits);
        assertEquals(refunded, balance.decimal("refunded"));
        assertEquals(100, balance.number("granted"));
        assertEquals(0, balance.number("held"));
        var unspent = BigDecimal.valueOf(100 - balance.number("spent"));
        assertEquals(unspent.add(refunded), balance.decimal("available"));
    }
}
