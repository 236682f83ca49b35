package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.item;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spreads an account over more rows, and its credits among them. */
final class ShardWrites {
    /** With so many, one account takes a thousand tasks a second (docs/ledger.md). */
    private static final int MOST = 64;

    private final Transactions transactions;
    private final Conflicts conflicts;
    private final AccountReads reads;
    private final ShardUpdate updates;

    ShardWrites(DynamoDbClient client, Tables tables, Conflicts conflicts) {
        this.transactions = new Transactions(client, conflicts);
        this.conflicts = conflicts;
        this.reads = new AccountReads(client, tables, conflicts);
        this.updates = new ShardUpdate(tables);
    }

    /** Whatever condition fails, the answer is the same: it cannot be done as things stand. */
    boolean move(AccountId account, int from, int to, Credits credits) {
        if (from == to) {
            throw new IllegalArgumentException("credits move from one shard to another");
        }
        var both =
                List.of(
                        item(updates.moveOut(account, from, credits)),
                        item(updates.moveIn(account, to, credits)));
        return transactions.isWritten(both, both.size());
    }

    void reshard(AccountId account, int shards) {
        if (shards < 1 || shards > MOST) {
            throw new IllegalArgumentException("an account has 1 to " + MOST + " shards");
        }
        var _ = conflicts.repeating(() -> reshardOnce(account, shards));
    }

    /** How many there are then; empty when the account has changed since it was read. */
    private Optional<Integer> reshardOnce(AccountId account, int shards) {
        var old = reads.shards(account);
        if (old.isEmpty()) {
            throw new IllegalArgumentException("there is no account " + account);
        }
        if (old.size() >= shards) {
            return Optional.of(old.size());
        }
        var writes = new ArrayList<TransactWriteItem>();
        for (var number = 0; number < shards; number++) {
            var shard = new NewShard(account, number, shards, limit(old, number, shards));
            writes.add(
                    number < old.size()
                            ? item(updates.widen(shard, old))
                            : item(updates.add(shard, old.getFirst().frozen())));
        }
        return transactions.isWritten(writes, 1) ? Optional.of(shards) : Optional.empty();
    }

    /**
     * A shard as it will be.
     *
     * @param of how many
     * @param mostTasks its part of the account's
     */
    record NewShard(AccountId account, int number, int of, long mostTasks) {}

    /** An even part of all; the first have one more where it does not come out even. */
    private static long limit(List<Shard> old, int number, int shards) {
        var all = old.stream().mapToLong(Shard::mostTasks).sum();
        return all / shards + (number < all % shards ? 1 : 0);
    }
}
