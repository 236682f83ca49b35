package dev.pixapi.lambda.priming;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.priming.PretendAws.Answer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of DynamoDB, SQS and Secrets Manager as a rehearsal needs, all of which speak JSON. A
 * table's only item is the one that was put last, and no update changes it.
 */
final class PretendTables {
    private final Map<Object, Object> items = new HashMap<>();

    /**
     * @param target service and operation: {@code DynamoDB_20120810.GetItem}
     */
    synchronized Answer answer(String target, byte[] body) throws IOException {
        try {
            var operation = target.substring(target.indexOf('.') + 1);
            return new Answer(200, Json.bytes(answer(operation, Json.object(body))));
        } catch (MalformedJson fault) {
            throw new IOException(fault);
        }
    }

    private Map<String, ?> answer(String operation, Map<String, Object> request) {
        return switch (operation) {
            case "PutItem" -> put(request);
            case "TransactWriteItems" -> {
                ((List<?>) request.get("TransactItems")).forEach(this::put);
                yield Map.of();
            }
            case "GetItem" -> last("Item", request);
            case "UpdateItem" -> last("Attributes", request);
            case "Query" -> Map.of("Items", List.of(), "Count", 0);
            case "SendMessage" -> Map.of("MD5OfMessageBody", md5(request.get("MessageBody")));
            case "GetSecretValue" -> Map.of("SecretString", "{}");
            default -> Map.of();
        };
    }

    private void put(Object transacted) {
        if (((Map<?, ?>) transacted).get("Put") instanceof Map<?, ?> put) {
            put(put);
        }
    }

    private Map<String, ?> put(Map<?, ?> request) {
        items.put(request.get("TableName"), request.get("Item"));
        return Map.of();
    }

    private Map<String, ?> last(String member, Map<String, Object> request) {
        var item = items.get(request.get("TableName"));
        return item == null ? Map.of() : Map.of(member, item);
    }

    /** The SDK compares it with its own. */
    private static String md5(Object text) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            var bytes = digest.digest(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
            return "%032x".formatted(new BigInteger(1, bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
