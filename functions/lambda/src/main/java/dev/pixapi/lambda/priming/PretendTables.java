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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * As much of DynamoDB, SQS and Secrets Manager as a rehearsal needs, all of which speak JSON. A
 * table's only item is the one that was put last; of an update it takes the values that are set.
 */
final class PretendTables {
    /** Of an expression; what is computed stays as it was. */
    private static final Pattern SET = Pattern.compile("(#?\\w+) = (:\\w+)");

    private static final Pattern BEGINS = Pattern.compile("begins_with\\((\\w+), (:\\w+)\\)");

    private final Map<Object, Map<Object, Object>> items = new HashMap<>();

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
                ((List<?>) request.get("TransactItems")).forEach(this::write);
                yield Map.of();
            }
            case "GetItem" -> last("Item", request);
            case "UpdateItem" -> {
                update(request);
                yield last("Attributes", request);
            }
            case "Query" -> {
                var found =
                        found(request.get("TableName")).stream()
                                .filter(item -> beginsAsAsked(item, request))
                                .toList();
                yield Map.of("Items", found, "Count", found.size());
            }
            case "BatchGetItem" -> batch((Map<?, ?>) request.get("RequestItems"));
            case "SendMessage" -> Map.of("MD5OfMessageBody", md5(request.get("MessageBody")));
            case "GetSecretValue" -> Map.of("SecretString", "{}");
            default -> Map.of();
        };
    }

    private void write(Object transacted) {
        var write = (Map<?, ?>) transacted;
        if (write.get("Put") instanceof Map<?, ?> put) {
            put(put);
        }
        if (write.get("Update") instanceof Map<?, ?> update) {
            update(update);
        }
    }

    private Map<String, ?> put(Map<?, ?> request) {
        items.put(request.get("TableName"), new HashMap<>((Map<?, ?>) request.get("Item")));
        return Map.of();
    }

    private void update(Map<?, ?> request) {
        var names =
                request.get("ExpressionAttributeNames") instanceof Map<?, ?> all ? all : Map.of();
        var values = (Map<?, ?>) request.get("ExpressionAttributeValues");
        var item = items.getOrDefault(request.get("TableName"), new HashMap<>());
        var set = SET.matcher(String.valueOf(request.get("UpdateExpression")));
        while (set.find()) {
            var name = Optional.<Object>ofNullable(names.get(set.group(1)));
            item.put(name.orElse(set.group(1)), values.get(set.group(2)));
        }
    }

    /** What is asked for by the beginning of its key is there for no other. */
    private static boolean beginsAsAsked(Map<?, ?> item, Map<?, ?> request) {
        var asked = BEGINS.matcher(String.valueOf(request.get("KeyConditionExpression")));
        return !asked.find()
                || text(item.get(asked.group(1)))
                        .startsWith(
                                text(
                                        ((Map<?, ?>) request.get("ExpressionAttributeValues"))
                                                .get(asked.group(2))));
    }

    private static String text(Object attribute) {
        return String.valueOf(((Map<?, ?>) attribute).get("S"));
    }

    private Map<String, ?> last(String member, Map<String, Object> request) {
        var found = found(request.get("TableName"));
        return found.isEmpty() ? Map.of() : Map.of(member, found.getFirst());
    }

    private List<Map<Object, Object>> found(Object table) {
        return Optional.ofNullable(items.get(table)).stream().toList();
    }

    private Map<String, ?> batch(Map<?, ?> tables) {
        var responses = new HashMap<String, Object>();
        tables.keySet().forEach(table -> responses.put(String.valueOf(table), found(table)));
        return Map.of("Responses", responses, "UnprocessedKeys", Map.of());
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
