package dev.pixapi.cloud.cost;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * AWS's list prices in US dollars, and what is assumed beside them.
 *
 * @param date when they were looked up
 * @param prices of one piece each
 */
record PriceList(
        String region,
        LocalDate date,
        Map<Rate, Double> prices,
        Map<Assumption, Double> assumptions) {
    static final String FILE = "prices.json";

    PriceList {
        prices = Collections.unmodifiableMap(new EnumMap<>(prices));
        assumptions = Collections.unmodifiableMap(new EnumMap<>(assumptions));
    }

    /** The one in the jar. */
    static PriceList read() {
        try (var file = PriceList.class.getResourceAsStream(FILE)) {
            return of(new Fields(Json.object(file.readAllBytes())));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (MalformedJson fault) {
            throw new IllegalStateException(FILE + ": " + fault.getMessage(), fault);
        }
    }

    private static PriceList of(Fields json) {
        var prices = new EnumMap<Rate, Double>(Rate.class);
        for (var rate : Rate.values()) {
            var price = json.object("prices").object(rate.wireName());
            prices.put(rate, price.decimal("dollars").doubleValue() / price.number("per"));
        }
        var assumptions = new EnumMap<Assumption, Double>(Assumption.class);
        for (var assumption : Assumption.values()) {
            var value = json.object("assumptions").object(assumption.wireName()).decimal("value");
            assumptions.put(assumption, value.doubleValue());
        }
        return new PriceList(
                json.string("region"), LocalDate.parse(json.string("date")), prices, assumptions);
    }

    double price(Rate rate) {
        return prices.get(rate);
    }

    double assumed(Assumption assumption) {
        return assumptions.get(assumption);
    }
}
