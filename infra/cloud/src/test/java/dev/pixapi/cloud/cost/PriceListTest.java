package dev.pixapi.cloud.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

class PriceListTest {
    private final PriceList list = PriceList.read();

    @Test
    void everyPriceIsAboveZeroAndOfOnePiece() {
        assertEquals(3.5 / 1_000_000, list.price(Rate.API_CALL), 1e-15);
        assertEquals(0.01 / 10_000, list.price(Rate.CDN_REQUEST), 1e-15);
        assertTrue(list.prices().values().stream().allMatch(price -> price > 0));
        assertTrue(list.assumptions().values().stream().allMatch(value -> value > 0));
    }

    @Test
    void theFileHasNoPriceAndNoAssumptionThatNothingUses() throws Exception {
        var rates = Arrays.stream(Rate.values()).map(Rate::wireName).toList();
        var assumptions = Arrays.stream(Assumption.values()).map(Assumption::wireName).toList();
        assertEquals(rates, List.copyOf(file().object("prices").values().keySet()));
        assertEquals(assumptions, List.copyOf(file().object("assumptions").values().keySet()));
    }

    @Test
    void everyPriceSaysWhereItStandsAndWhetherItWasConfirmed() throws Exception {
        for (var price : file().object("prices").values().values()) {
            var fields = Fields.of(price);
            assertTrue(fields.string("source").matches("https://aws\\.amazon\\.com/.+/pricing/"));
            assertTrue(Set.of("page", "quoted", "no").contains(fields.string("confirmed")));
        }
    }

    private static Fields file() throws Exception {
        try (var file = PriceList.class.getResourceAsStream(PriceList.FILE)) {
            return new Fields(Json.object(file.readAllBytes()));
        }
    }
}
