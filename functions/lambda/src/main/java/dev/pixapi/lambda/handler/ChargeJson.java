package dev.pixapi.lambda.handler;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Task;
import dev.pixapi.provider.Exchange;
import dev.pixapi.task.Charge;
import dev.pixapi.task.Charge.Asked;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The explanation of a charge as {@link ChargeHandler} describes it. */
final class ChargeJson {
    private ChargeJson() {}

    static Map<String, Object> of(Charge charge) {
        var task = charge.task();
        var json = new LinkedHashMap<String, Object>();
        json.put("object", "task.charge");
        json.put("task_id", task.id().value());
        json.put("status", task.status().wireName());
        json.put("model", task.order().model());
        json.put("endpoint", task.order().path());
        json.put("price", price(task));
        json.put("credits", credits(task));
        json.put("attempts", attempts(charge));
        json.put("entries", charge.entries().stream().map(EntryJson::of).toList());
        TaskJson.putTimes(json, task);
        return json;
    }

    private static Map<String, Object> price(Task task) {
        var order = task.order();
        var delivered = task.delivered();
        var price = new LinkedHashMap<String, Object>();
        price.put("per_image", order.perImage().toJson());
        price.put("n", order.count());
        price.put("delivered", delivered.isPresent() ? delivered.getAsInt() : null);
        price.put("version", order.priceVersion());
        return price;
    }

    private static Map<String, Object> credits(Task task) {
        var progress = task.progress();
        var held = task.isTerminal() ? Credits.ZERO : task.order().hold();
        var credits = new LinkedHashMap<String, Object>();
        credits.put("held", held.toJson());
        credits.put("hold", task.order().hold().toJson());
        credits.put("charged", progress.charged().toJson());
        credits.put("refunded", progress.refunded().toJson());
        credits.put("at_risk", progress.atRisk().toJson());
        return credits;
    }

    private static Map<String, Object> attempts(Charge charge) {
        var attempts = new LinkedHashMap<String, Object>();
        attempts.put("count", charge.task().progress().attempts());
        attempts.put("recorded", charge.asked().map(Asked::recorded).orElse(null));
        attempts.put(
                "exchanges",
                charge.asked().map(Asked::exchanges).orElse(List.of()).stream()
                        .map(ChargeJson::exchange)
                        .toList());
        return attempts;
    }

    private static Map<String, Object> exchange(Exchange exchange) {
        var json = new LinkedHashMap<String, Object>();
        json.put("provider", exchange.provider());
        json.put("model", exchange.model());
        json.put("outcome", exchange.kind());
        json.put("request_id", exchange.requestId().orElse(null));
        json.put("began_at", exchange.began().getEpochSecond());
        json.put("took_ms", exchange.took().toMillis());
        return json;
    }
}
