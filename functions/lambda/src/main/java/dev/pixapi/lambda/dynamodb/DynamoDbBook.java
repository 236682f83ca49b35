package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.audit.Book;
import dev.pixapi.audit.BookLine;
import dev.pixapi.ledger.Credits;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book in DynamoDB. Rows by which an id is used once stand beside the lines, and are none. */
public final class DynamoDbBook implements Book {
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbBook(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public List<BookLine> lines(AccountId account, Optional<String> after, int limit) {
        var values =
                Item.empty()
                        .put(":account", account.toString())
                        // Nothing stands between an id and the same with the least sign behind.
                        .put(":from", after.map(id -> id + " ").orElse(EntryItem.PREFIX))
                        .put(":to", EntryItem.PREFIX + "~")
                        .attributes();
        var query =
                QueryRequest.builder()
                        .tableName(tables.entries())
                        .keyConditionExpression("account = :account AND id BETWEEN :from AND :to")
                        .expressionAttributeValues(values)
                        .consistentRead(true)
                        .limit(limit)
                        .build();
        return client.queryPaginator(query).items().stream()
                .limit(limit)
                .map(DynamoDbBook::line)
                .toList();
    }

    private static BookLine line(Map<String, AttributeValue> row) {
        var entry = EntryItem.read(row);
        return Item.read(row, item -> new BookLine(entry, held(item)));
    }

    private static Credits held(Item row) {
        return row.optionalNumber("held").map(Credits::new).orElse(Credits.ZERO);
    }
}
