package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.failed;
import static dev.pixapi.lambda.dynamodb.Transactions.item;
import static dev.pixapi.lambda.dynamodb.Transactions.unexplained;

import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.Adjustment;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.ArrayList;
import java.util.Map;

/** What an operator puts right in a frozen account. */
final class CorrectionWrites {
    private static final String FROZEN = "attribute_exists(frozen)";

    private final Transactions transactions;
    private final AccountUpdate accounts;
    private final EntryItem entries;
    private final UsedId ids;

    CorrectionWrites(Tables tables, Transactions transactions) {
        this.transactions = transactions;
        this.accounts = new AccountUpdate(tables);
        this.entries = new EntryItem(tables);
        this.ids = new UsedId(entries);
    }

    AdjustOutcome adjust(Adjustment adjustment) {
        try {
            transactions.write(
                    item(ids.of(adjustment)),
                    item(update(adjustment)),
                    item(entries.adjust(adjustment)));
            return new AdjustOutcome.Adjusted();
        } catch (TransactionCanceledException cancelled) {
            return failed(cancelled, 0)
                    .map(
                            row ->
                                    (AdjustOutcome)
                                            new AdjustOutcome.AdjustedBefore(UsedId.changes(row)))
                    .or(() -> failed(cancelled, 1).map(CorrectionWrites::refusal))
                    .orElseThrow(() -> unexplained(cancelled));
        }
    }

    /** A row that is not there is not frozen either. */
    private static AdjustOutcome refusal(Map<String, AttributeValue> account) {
        return Item.of(account).optionalText("frozen").isPresent()
                ? new AdjustOutcome.BelowNothing()
                : new AdjustOutcome.NotFrozen();
    }

    private Update update(Adjustment adjustment) {
        var sets = new ArrayList<String>();
        var conditions = new ArrayList<String>();
        conditions.add(FROZEN);
        var values = Item.empty();
        ChangesMap.byCounter(adjustment.changes())
                .forEach(
                        (counter, change) -> {
                            sets.add("%1$s = %1$s + :%1$s".formatted(counter));
                            conditions.add("%1$s >= :least_%1$s".formatted(counter));
                            values.put(":" + counter, change)
                                    .put(":least_" + counter, Math.negateExact(change));
                        });
        return accounts.update(adjustment.account(), adjustment.shard())
                .updateExpression("SET " + String.join(", ", sets))
                .conditionExpression(String.join(" AND ", conditions))
                .expressionAttributeValues(values.attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }
}
