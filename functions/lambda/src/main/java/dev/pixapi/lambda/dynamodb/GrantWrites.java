package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.failed;
import static dev.pixapi.lambda.dynamodb.Transactions.item;
import static dev.pixapi.lambda.dynamodb.Transactions.unexplained;

import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome;

import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Credits given to an account, once for each grant id. */
final class GrantWrites {
    private final Transactions transactions;
    private final AccountUpdate accounts;
    private final EntryItem entries;
    private final UsedId ids;

    GrantWrites(Tables tables, Transactions transactions) {
        this.transactions = transactions;
        this.accounts = new AccountUpdate(tables);
        this.entries = new EntryItem(tables);
        this.ids = new UsedId(entries);
    }

    GrantOutcome grant(Grant grant) {
        try {
            transactions.write(
                    item(accounts.grant(grant)), item(entries.grant(grant)), item(ids.of(grant)));
            return new GrantOutcome.Granted();
        } catch (TransactionCanceledException cancelled) {
            return failed(cancelled, 2)
                    .map(row -> (GrantOutcome) new GrantOutcome.GrantedBefore(UsedId.credits(row)))
                    .orElseThrow(
                            () ->
                                    failed(cancelled, 0).isPresent()
                                            ? cancelled // There is no such account.
                                            : unexplained(cancelled));
        }
    }
}
