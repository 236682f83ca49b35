package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.audit.RowVersion;
import dev.pixapi.json.Fields;
import dev.pixapi.ledger.BrokenRow;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;

/**
 * A record of the accounts' stream, as Lambda hands it over in JSON.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html#events-sample-dynamodb">an
 *     event of DynamoDB</a>
 */
public record StreamRecord(Fields json) {
    private static final String REMOVED = "REMOVE";

    public String sequenceNumber() {
        return json.object("dynamodb").string("SequenceNumber");
    }

    /**
     * @throws BrokenRow when it names no account
     */
    public RowVersion version() {
        var keys = image("Keys");
        var account = Item.read(keys, key -> AccountId.of(key.requiredText("account")));
        if (json.string("eventName").equals(REMOVED)) {
            var shard = Item.read(keys, key -> key.requiredNumber("shard"));
            return new RowVersion.Removed(account, shard.intValue());
        }
        var row = image("NewImage");
        try {
            return new RowVersion.Written(account, AccountRow.read(row));
        } catch (BrokenRow unread) {
            return new RowVersion.Unreadable(account, unread, row.containsKey("frozen"));
        }
    }

    private Map<String, AttributeValue> image(String name) {
        var attributes = new HashMap<String, AttributeValue>();
        var values = json.object("dynamodb").object(name);
        values.values().keySet().forEach(key -> attributes.put(key, value(values.object(key))));
        return attributes;
    }

    /** Rows of accounts have texts and numbers only; anything else is as good as absent. */
    private static AttributeValue value(Fields typed) {
        var value = AttributeValue.builder();
        typed.optionalString("S").ifPresent(value::s);
        typed.optionalString("N").ifPresent(value::n);
        return value.build();
    }
}
