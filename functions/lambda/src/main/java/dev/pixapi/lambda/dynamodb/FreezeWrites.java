package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.failed;
import static dev.pixapi.lambda.dynamodb.Transactions.unexplained;

import dev.pixapi.account.AccountId;

import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Freezes all rows of an account. The first row says how many there are: were they more than was
 * thought, it is done again with the right number. Of the others nothing is asked, since a row that
 * is broken or gone may be the very reason.
 *
 * <p>They are frozen one after the other: on a busy account a write of all would meet another one
 * at some row each time. Should it end half way, whoever wanted it does it again; what was frozen
 * stays so, and a row that is added meanwhile is frozen as the first one is.
 */
final class FreezeWrites {
    private final Transactions transactions;
    private final AccountUpdate accounts;

    FreezeWrites(Tables tables, Transactions transactions) {
        this.transactions = transactions;
        this.accounts = new AccountUpdate(tables);
    }

    void freeze(AccountId account, String reason) {
        freeze(account, reason, 1);
    }

    boolean unfreeze(AccountId account) {
        return unfreeze(account, 1);
    }

    private void freeze(AccountId account, String reason, int shards) {
        try {
            write(freeze(account, 0, reason, shards));
        } catch (TransactionCanceledException cancelled) {
            var first = failed(cancelled, 0).orElseThrow(() -> unexplained(cancelled));
            if (first.isEmpty()) {
                throw cancelled; // There is no such account.
            }
            freeze(account, reason, AccountRow.shards(first));
            return;
        }
        for (var shard = 1; shard < shards; shard++) {
            write(freeze(account, shard, reason, shards));
        }
    }

    private boolean unfreeze(AccountId account, int shards) {
        try {
            writeAll(shards, shard -> unfreeze(account, shard, shards));
            return true;
        } catch (TransactionCanceledException cancelled) {
            var first = failed(cancelled, 0).orElseThrow(() -> unexplained(cancelled));
            return Item.of(first).optionalText("frozen").isPresent()
                    && unfreeze(account, AccountRow.shards(first));
        }
    }

    private Update freeze(AccountId account, int shard, String reason, int shards) {
        var values = Item.empty().put(":reason", reason);
        var update =
                accounts.update(account, shard)
                        .updateExpression("SET frozen = if_not_exists(frozen, :reason)");
        if (shard == 0) {
            update.conditionExpression(
                    "attribute_exists(account) AND " + AccountUpdate.has(shards, values));
        }
        return update.expressionAttributeValues(values.attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private Update unfreeze(AccountId account, int shard, int shards) {
        var update = accounts.update(account, shard).updateExpression("REMOVE frozen");
        if (shard == 0) {
            var values = Item.empty();
            update.conditionExpression(
                    "attribute_exists(frozen) AND " + AccountUpdate.has(shards, values));
            if (!values.isEmpty()) {
                update.expressionAttributeValues(values.attributes());
            }
        }
        return update.returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private void write(Update update) {
        transactions.write(List.of(Transactions.item(update)));
    }

    private void writeAll(int shards, IntFunction<Update> update) {
        transactions.write(
                IntStream.range(0, shards)
                        .mapToObj(shard -> Transactions.item(update.apply(shard)))
                        .toList());
    }
}
