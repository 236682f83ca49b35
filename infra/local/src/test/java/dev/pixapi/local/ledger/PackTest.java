package dev.pixapi.local.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Json;
import dev.pixapi.local.LocalFunctions.FunctionFailed;
import dev.pixapi.local.SettableClock;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;

/** A pack of credits as an operator sells it: it lasts a year. */
class PackTest {
    private static final Map<String, Object> PACK =
            Map.of("id", "order-17", "credits", 10, "expires_days", 365, "priority", 1);

    private final SettableClock clock = new SettableClock();
    private TestingSystem pixapi;

    @BeforeEach
    void start() {
        pixapi = TestingSystem.start(clock);
    }

    @AfterEach
    void stop() {
        pixapi.close();
    }

    private static Map<String, Object> order(Map<String, Object> grant) {
        return Map.of("mode", "test", "account", "acme", "grant", grant);
    }

    private String key() {
        var order = Map.of("mode", "test", "account", "acme", "key", Map.of());
        return pixapi.invoke("Provision", order).string("key");
    }

    private Map<String, Object> credits(String key) {
        return pixapi.get("/v1/credits", key).json().values();
    }

    @Test
    void whatIsLeftOfAPackExpiresAYearLater() {
        var key = key();
        pixapi.invoke("Provision", order(Map.of("id", "welcome", "credits", 5)));
        pixapi.invoke("Provision", order(PACK));
        pixapi.invoke("Provision", order(PACK));
        assertEquals(15, credits(key).get("available"));

        clock.advance(Duration.ofDays(364));
        assertEquals(0, pixapi.invoke("Sweeper", Map.of()).number("expired"));
        clock.advance(Duration.ofDays(1));
        assertEquals(1, pixapi.invoke("Sweeper", Map.of()).number("expired"));
        assertEquals(5, credits(key).get("available"));
        assertEquals(10, credits(key).get("expired"));
        var entry = pixapi.get("/v1/credits/entries", key).json().objects("data").getFirst();
        assertEquals("expire", entry.string("type"));
        assertEquals("order-17", entry.string("grant_id"));
        assertEquals(0, pixapi.invoke("Sweeper", Map.of()).number("expired"));
    }

    @ParameterizedTest
    @CsvSource({
        "expires_days, 0, 1 to 3650 days",
        "expires_days, 3651, 1 to 3650 days",
        "expires_days, 1.5, expires_days is a whole number",
        "priority, 0.5, priority is a whole number",
        "priority, 100, a priority is 0 to 99",
        "priority, -1, a priority is 0 to 99"
    })
    void aWrongOrderSaysWhatIsWrong(String field, double value, String expected) {
        var event = order(Map.of("id", "order-17", "credits", 10, field, value));
        var functions = pixapi.system().functions();
        var failed =
                assertThrows(
                        FunctionFailed.class,
                        () -> functions.invoke("Provision", Json.bytes(event)));
        assertTrue(failed.getMessage().contains(expected), failed.getMessage());
    }
}
