package dev.pixapi.local;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.lambda.blueprint.Table.Keys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Creates what the blueprint lists, on whatever the clients reach, and knows the physical names.
 * What is there stays as it is.
 */
public final class LocalResources {
    private static final StreamSpecification NEW_IMAGE =
            StreamSpecification.builder()
                    .streamEnabled(true)
                    .streamViewType(StreamViewType.NEW_IMAGE)
                    .build();

    private final Map<String, String> names = new LinkedHashMap<>();

    /** Physical names by environment variable, as functions are told them. */
    public Map<String, String> names() {
        return names;
    }

    public String nameOf(Resource resource) {
        return names.get(resource.environmentVariable());
    }

    public void create(DynamoDbClient dynamoDb, S3Client s3, SqsClient sqs) {
        Blueprint.TABLES.forEach(table -> create(table, dynamoDb));
        Blueprint.BUCKETS.forEach(bucket -> create(bucket, s3));
        Blueprint.QUEUES.forEach(queue -> create(queue, sqs));
    }

    private void create(Table table, DynamoDbClient dynamoDb) {
        try {
            dynamoDb.createTable(request(table));
        } catch (ResourceInUseException _) {
            // From an earlier start: the data are what the user wants to keep.
            streamLater(table, dynamoDb);
        }
        names.put(table.environmentVariable(), table.name());
    }

    /** A table may be older than the function that is told of what is written to it. */
    private static void streamLater(Table table, DynamoDbClient dynamoDb) {
        var found = dynamoDb.describeTable(describe -> describe.tableName(table.name())).table();
        if (Blueprint.isStreamed(table) && found.streamSpecification() == null) {
            dynamoDb.updateTable(
                    update -> update.tableName(table.name()).streamSpecification(NEW_IMAGE));
        }
    }

    private void create(Bucket bucket, S3Client s3) {
        var name = "pixapi-" + bucket.name().toLowerCase(Locale.ROOT);
        try {
            s3.createBucket(create -> create.bucket(name));
        } catch (BucketAlreadyOwnedByYouException _) {
            // From an earlier start.
        }
        names.put(bucket.environmentVariable(), name);
    }

    private void create(Queue queue, SqsClient sqs) {
        var attributes = new LinkedHashMap<QueueAttributeName, String>();
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(queue.visibility().toSeconds()));
        queue.redrive()
                .ifPresent(
                        redrive ->
                                attributes.put(
                                        QueueAttributeName.REDRIVE_POLICY, policy(redrive, sqs)));
        var url =
                sqs.createQueue(create -> create.queueName(queue.name()).attributes(attributes))
                        .queueUrl();
        names.put(queue.environmentVariable(), url);
    }

    private String policy(Queue.Redrive redrive, SqsClient sqs) {
        var url = nameOf(redrive.deadLetters());
        var arn =
                sqs.getQueueAttributes(
                                get ->
                                        get.queueUrl(url)
                                                .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(arn, redrive.receives());
    }

    private static CreateTableRequest request(Table table) {
        var create =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(schema(table.keys()))
                        .attributeDefinitions(attributes(table));
        if (!table.indexes().isEmpty()) {
            create.globalSecondaryIndexes(
                    table.indexes().stream().map(LocalResources::index).toList());
        }
        if (Blueprint.isStreamed(table)) {
            create.streamSpecification(NEW_IMAGE);
        }
        return create.build();
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.keys()))
                .projection(keys -> keys.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static List<KeySchemaElement> schema(Keys keys) {
        var schema = new ArrayList<KeySchemaElement>();
        schema.add(element(keys.partition(), KeyType.HASH));
        keys.sort().ifPresent(sort -> schema.add(element(sort, KeyType.RANGE)));
        return schema;
    }

    private static KeySchemaElement element(Table.Attribute attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute.name()).keyType(type).build();
    }

    private static List<AttributeDefinition> attributes(Table table) {
        return Stream.concat(
                        Stream.of(table.keys()), table.indexes().stream().map(Table.Index::keys))
                .flatMap(keys -> Stream.concat(Stream.of(keys.partition()), keys.sort().stream()))
                .distinct()
                .map(
                        attribute ->
                                AttributeDefinition.builder()
                                        .attributeName(attribute.name())
                                        .attributeType(attribute.type().name())
                                        .build())
                .toList();
    }
}
