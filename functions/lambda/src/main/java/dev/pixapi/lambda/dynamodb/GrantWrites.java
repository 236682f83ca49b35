package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.failed;
import static dev.pixapi.lambda.dynamodb.Transactions.item;
import static dev.pixapi.lambda.dynamodb.Transactions.unexplained;

import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome;
import dev.pixapi.ledger.Lot;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Credits given to an account, once for each grant id; those that expire are a lot of it. */
final class GrantWrites {
    private final Transactions transactions;
    private final Conflicts conflicts;
    private final AccountReads reads;
    private final EntryReads book;
    private final AccountUpdate accounts;
    private final EntryItem entries;
    private final UsedId ids;
    private final LotsTable lots;

    GrantWrites(DynamoDbClient client, Tables tables, Conflicts conflicts) {
        this.transactions = new Transactions(client, conflicts);
        this.conflicts = conflicts;
        this.reads = new AccountReads(client, tables, conflicts);
        this.book = new EntryReads(client, tables);
        this.accounts = new AccountUpdate(tables);
        this.entries = new EntryItem(tables);
        this.ids = new UsedId(entries);
        this.lots = new LotsTable(client, tables);
    }

    GrantOutcome grant(Grant grant) {
        return grant.expires()
                .map(end -> conflicts.repeating(() -> withLot(grant, end)))
                .orElseGet(() -> write(grant, List.of()).orElseThrow());
    }

    /**
     * A repeat is known before it is asked whether there is room for one more lot. Empty when the
     * lots are no longer those that were read. A charge at the same moment is taken for a later
     * one.
     */
    private Optional<GrantOutcome> withLot(Grant grant, Instant end) {
        var before = book.granted(grant);
        if (before.isPresent()) {
            return before.map(GrantOutcome.GrantedBefore::new);
        }
        var account = grant.account();
        var row = lots.find(account);
        var spent = AccountReads.sum(reads.shards(account), Balance::spent);
        var lot = new Lot(grant.id(), end, grant.priority(), grant.credits());
        var next = row.lots().upTo(spent).with(lot);
        return write(grant, List.of(item(lots.replace(account, row, next, next.next()))));
    }

    /** Empty when one of the others failed. */
    private Optional<GrantOutcome> write(Grant grant, List<TransactWriteItem> others) {
        var own =
                Stream.of(
                        item(accounts.grant(grant)),
                        item(entries.grant(grant)),
                        item(ids.of(grant)));
        try {
            transactions.write(Stream.concat(own, others.stream()).toList());
            return Optional.of(new GrantOutcome.Granted());
        } catch (TransactionCanceledException cancelled) {
            var before = failed(cancelled, 2).map(UsedId::credits);
            if (before.isEmpty() && failed(cancelled, 0).isPresent()) {
                throw cancelled; // There is no such account.
            }
            if (before.isEmpty() && failed(cancelled, 3).isEmpty()) {
                throw unexplained(cancelled);
            }
            return before.map(GrantOutcome.GrantedBefore::new);
        }
    }
}
