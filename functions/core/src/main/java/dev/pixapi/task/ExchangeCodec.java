package dev.pixapi.task;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
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

    /** What a run that delivered nothing leaves of them: an object of its own. */
    static byte[] bytes(List<Exchange> exchanges) {
        return Json.bytes(Map.of("exchanges", write(exchanges)));
    }

    static List<Exchange> read(byte[] bytes) {
        try {
            return read(new Fields(Json.object(bytes)).objects("exchanges"));
        } catch (MalformedJson fault) {
            throw new IllegalStateException("Exchanges are no JSON: " + fault.getMessage(), fault);
        }
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
