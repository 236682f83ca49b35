package dev.pixapi.task;

import dev.pixapi.json.Fields;
import dev.pixapi.provider.Exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exchanges with providers as JSON; times in milliseconds. */
final class ExchangeCodec {
    private ExchangeCodec() {}

    static List<Map<String, Object>> write(List<Exchange> exchanges) {
        return exchanges.stream().map(ExchangeCodec::write).toList();
    }

    static List<Exchange> read(List<Fields> exchanges) {
        return exchanges.stream().map(ExchangeCodec::read).toList();
    }

    private static Map<String, Object> write(Exchange exchange) {
        var json = new LinkedHashMap<String, Object>();
        json.put("provider", exchange.provider());
        json.put("model", exchange.model());
        json.put("outcome", exchange.outcome());
        exchange.requestId().ifPresent(id -> json.put("request_id", id));
        json.put("began", exchange.began().toEpochMilli());
        json.put("took", exchange.took().toMillis());
        return json;
    }

    private static Exchange read(Fields json) {
        return new Exchange(
                json.string("provider"),
                json.string("model"),
                json.string("outcome"),
                json.optionalString("request_id"),
                Instant.ofEpochMilli(json.number("began")),
                Duration.ofMillis(json.number("took")));
    }
}
