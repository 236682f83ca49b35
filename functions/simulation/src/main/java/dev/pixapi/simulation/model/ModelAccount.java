package dev.pixapi.simulation.model;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account: its rows, its book, and the ids that were used once. */
final class ModelAccount {
    final AccountId id;
    final List<ModelShard> shards = new ArrayList<>();
    final ModelLots lots = new ModelLots();
    final List<Entry> entries = new ArrayList<>();
    final Map<String, Credits> grants = new HashMap<>();
    final Map<String, Credits> refunds = new HashMap<>();
    final Map<String, Changes> adjustments = new HashMap<>();
    Optional<String> frozen = Optional.empty();

    ModelAccount(AccountId id, long mostTasks) {
        this.id = id;
        shards.add(new ModelShard(0, mostTasks));
    }

    long held() {
        return shards.stream().mapToLong(shard -> shard.held).sum();
    }

    long available() {
        return shards.stream().mapToLong(shard -> shard.available).sum();
    }

    void enter(Kind kind, long credits, String reference, Instant time) {
        enter(kind, credits, reference, Optional.empty(), Changes.NONE, time);
    }

    void enter(
            Kind kind,
            long credits,
            String reference,
            Optional<String> part,
            Changes changes,
            Instant time) {
        var name = "entry_" + entries.size();
        entries.add(new Entry(name, kind, new Credits(credits), reference, part, changes, time));
    }

    /** From wherever they are, the first shard first. */
    void expire(long credits) {
        var rest = credits;
        for (var shard : shards) {
            var taken = Math.min(rest, shard.available);
            shard.expire(taken);
            rest -= taken;
        }
    }
}
