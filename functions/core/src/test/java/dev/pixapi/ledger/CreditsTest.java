package dev.pixapi.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.Map;

class CreditsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 1000000, 1",
        "2.24, 2240000, 2.24",
        "2.240, 2240000, 2.24",
        "0.000001, 1, 0.000001",
        "0.1, 100000, 0.1",
        "100, 100000000, 100",
        "1E+3, 1000000000, 1000",
        "1000000, 1000000000000, 1000000",
        "9223372036854.775807, 9223372036854775807, 9223372036854.775807",
    })
    void anAmountIsAWholeNumberOfMillionthsAndADecimalOutside(
            String text, long millionths, String shown) {
        var credits = Credits.of(text);
        assertEquals(new Credits(millionths), credits);
        assertEquals(shown, credits.toString());
        assertEquals("{\"c\":" + shown + "}", Json.write(Map.of("c", credits.toJson())));
    }

    @ParameterizedTest
    @CsvSource({"-0.000001, -1, -0.000001", "-2.50, -2500000, -2.5", "-3, -3000000, -3", "0, 0, 0"})
    void aDifferenceMayBeLessThanNothing(String text, long millionths, String shown) {
        assertEquals(millionths, Credits.millionths(new BigDecimal(text)));
        assertEquals("{\"c\":" + shown + "}", Json.write(Map.of("c", Credits.toJson(millionths))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "2.2400001", "1e-7", "9223372036854.775808", "1e30"})
    void whatIsNoWholeNumberOfMillionthsIsRefused(String text) {
        assertThrows(ArithmeticException.class, () -> Credits.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "1e2147483647",
                "1e100000000",
                "1e-100000000"
            })
    void aMonstrousExponentIsRefusedAndCostsNothing(String text) {
        assertThrows(ArithmeticException.class, () -> Credits.of(text));
    }

    @Test
    void thereAreNoNegativeCredits() {
        assertThrows(IllegalArgumentException.class, () -> new Credits(-1));
        assertThrows(IllegalArgumentException.class, () -> Credits.of("-0.000001"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Credits.of("1").minus(Credits.of("1.000001")));
        assertThrows(IllegalArgumentException.class, () -> Credits.of("1").times(-1));
        assertEquals(Credits.ZERO, Credits.of("1").minus(Credits.of("1")));
    }

    @Test
    void sumsAreExact() {
        var sum = Credits.ZERO;
        for (var i = 0; i < 1_000; i++) {
            sum = sum.plus(Credits.of("0.1"));
        }
        assertEquals(Credits.of("100"), sum);
        assertEquals(Credits.of("22.4"), Credits.of("2.24").times(10));
        assertEquals(Credits.of("0.14"), Credits.of("0.3").minus(Credits.of("0.16")));
        assertEquals(Credits.ZERO, Credits.of("5").times(0));
    }

    @Test
    void aSumOutOfRangeIsNoWrongSum() {
        var most = new Credits(Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> most.plus(new Credits(1)));
        assertThrows(ArithmeticException.class, () -> most.times(2));
    }

    @Test
    void amountsHaveAnOrder() {
        assertTrue(Credits.of("2.24").compareTo(Credits.of("2.3")) < 0);
        assertTrue(Credits.of("10").compareTo(Credits.of("9")) > 0);
        assertEquals(0, Credits.of("1.0").compareTo(Credits.of("1")));
    }
}
