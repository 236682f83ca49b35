package dev.pixapi.lambda.handler;

import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Shard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account as its operator sees it: whether it is frozen, its balance, and each of its rows. */
final class AccountJson {
    private AccountJson() {}

    static Map<String, Object> of(List<Shard> shards) {
        var json = new LinkedHashMap<String, Object>();
        var frozen = shards.stream().map(Shard::frozen).flatMap(Optional::stream).findFirst();
        json.put("frozen", frozen.orElse(null));
        var balance = shards.stream().map(Shard::balance).reduce(Balance::plus).orElseThrow();
        json.put("balance", counters(balance));
        json.put("shards", shards.stream().map(AccountJson::row).toList());
        return json;
    }

    static Map<String, Object> counters(Balance balance) {
        var json = new LinkedHashMap<String, Object>();
        json.put("available", balance.available().toJson());
        json.put("held", balance.held().toJson());
        json.put("spent", balance.spent().toJson());
        json.put("granted", balance.granted().toJson());
        json.put("expired", balance.expired().toJson());
        json.put("refunded", balance.refunded().toJson());
        return json;
    }

    private static Map<String, Object> row(Shard shard) {
        var json = new LinkedHashMap<String, Object>();
        json.put("shard", shard.number());
        json.putAll(counters(shard.balance()));
        json.put("moved_in", shard.movedIn().toJson());
        json.put("moved_out", shard.movedOut().toJson());
        json.put("tasks", shard.tasks());
        json.put("adds_up", shard.addsUp());
        return json;
    }
}
