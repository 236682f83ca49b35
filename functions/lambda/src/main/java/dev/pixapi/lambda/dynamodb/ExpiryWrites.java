package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.item;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Lot;
import dev.pixapi.ledger.Lots;
import dev.pixapi.ledger.Shard;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets what is left of grants expire: counters, lots and entries in one transaction. */
final class ExpiryWrites {
    /** What cannot expire yet is looked at again then, behind others that can. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Conflicts conflicts;
    private final AccountReads reads;
    private final AccountUpdate accounts;
    private final EntryItem entries;
    private final LotsTable lots;

    ExpiryWrites(DynamoDbClient client, Tables tables, Conflicts conflicts) {
        this.transactions = new Transactions(client, conflicts);
        this.conflicts = conflicts;
        this.reads = new AccountReads(client, tables, conflicts);
        this.accounts = new AccountUpdate(tables);
        this.entries = new EntryItem(tables);
        this.lots = new LotsTable(client, tables);
    }

    List<Entry> expire(AccountId account, Instant now) {
        return conflicts.repeating(() -> expireOnce(account, now));
    }

    /** Empty when lots or counters have changed since they were read. */
    private Optional<List<Entry>> expireOnce(AccountId account, Instant now) {
        var row = lots.find(account);
        if (!row.lots().isDue(now)) {
            return Optional.of(List.of());
        }
        var shards = reads.shards(account);
        if (shards.isEmpty()) {
            throw new BrokenRow("there are lots of " + account + ", and no account");
        }
        var expiry = expiry(row.lots(), shards, now);
        var entered = expiry.expired().stream().map(lot -> entry(lot, row.version(), now)).toList();
        var next = expiry.rest();
        var look = next.isDue(now) ? Optional.of(now.plus(PAUSE)) : next.next();
        var counters = counters(account, shards, expiry.expired());
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(item(lots.replace(account, row, next, look)));
        writes.addAll(counters);
        entered.forEach(entry -> writes.add(item(entries.of(account, entry))));
        return transactions.isWritten(writes, counters.size() + 1)
                ? Optional.of(entered)
                : Optional.empty();
    }

    /** A frozen account's lots stay as they are, to be looked at later. */
    private static Lots.Expiry expiry(Lots lots, List<Shard> shards, Instant now) {
        if (shards.stream().anyMatch(shard -> shard.frozen().isPresent())) {
            return new Lots.Expiry(lots, List.of());
        }
        return lots.upTo(AccountReads.sum(shards, Balance::spent))
                .expire(
                        now,
                        AccountReads.sum(shards, Balance::held),
                        AccountReads.sum(shards, Balance::available));
    }

    /** From the first shards that have any, as far as they have it. */
    private List<TransactWriteItem> counters(
            AccountId account, List<Shard> shards, List<Lot> expired) {
        var left = expired.stream().map(Lot::left).reduce(Credits.ZERO, Credits::plus);
        var updates = new ArrayList<TransactWriteItem>();
        for (var shard : shards) {
            var available = shard.balance().available();
            var taken = available.compareTo(left) < 0 ? available : left;
            left = left.minus(taken);
            if (!taken.equals(Credits.ZERO)) {
                updates.add(item(accounts.expire(account, shard.number(), taken)));
            }
        }
        return updates;
    }

    /**
     * What is held of a grant may expire in parts; each has its own entry, by the version of the
     * lots.
     */
    private static Entry entry(Lot lot, long version, Instant now) {
        return new Entry(
                EntryItem.expiryId(lot.grant(), version, now),
                Entry.Kind.EXPIRE,
                lot.left(),
                lot.grant(),
                now);
    }
}
