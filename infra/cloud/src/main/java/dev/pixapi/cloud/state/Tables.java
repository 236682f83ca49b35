package dev.pixapi.cloud.state;

import dev.pixapi.cloud.stage.Durations;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.lambda.blueprint.Trigger.Stream;

import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.lambda.IEventSource;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.DynamoEventSource;
import software.constructs.Construct;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blueprint's tables: on demand, with the last 35 days to go back to. */
public final class Tables extends Construct {
    /** Of a batch of a stream; each doubles the pause. */
    private static final int MOST_RETRIES = 10;

    /** Of what is read of a stream. */
    private static final Duration OLDEST = Duration.ofHours(1);

    private final Map<String, TableV2> made = new LinkedHashMap<>();

    public Tables(Construct scope, String id, Stage stage) {
        super(scope, id);
        Blueprint.TABLES.forEach(table -> made.put(table.name(), table(table, stage)));
    }

    public String physicalName(Table table) {
        return made.get(table.name()).getTableName();
    }

    /**
     * On the table's rows, or on the one index. A transaction needs no more than the actions of its
     * items.
     */
    void grant(IGrantable who, Table table, Access access) {
        var rows = made.get(table.name()).getTableArn();
        Grant.addToPrincipal(
                GrantOnPrincipalOptions.builder()
                        .grantee(who)
                        .actions(State.iamNames(access))
                        .resourceArns(
                                List.of(access.part().map(i -> rows + "/index/" + i).orElse(rows)))
                        .build());
    }

    /**
     * Gives a function what is written to the table, and the right to read it. From the beginning,
     * since the end is known only some time after the mapping is made. Once a batch was tried so
     * often or is so old, it is passed by: the scheduled auditor finds by itself what was in it,
     * and those behind it must not wait.
     */
    public IEventSource source(Stream stream) {
        return DynamoEventSource.Builder.create(made.get(stream.table().name()))
                .startingPosition(StartingPosition.TRIM_HORIZON)
                .batchSize(stream.batchSize())
                .maxBatchingWindow(Durations.of(stream.window()))
                .reportBatchItemFailures(true)
                .bisectBatchOnError(true)
                .retryAttempts(MOST_RETRIES)
                .maxRecordAge(Durations.of(OLDEST))
                .build();
    }

    private TableV2 table(Table table, Stage stage) {
        var builder =
                TableV2.Builder.create(this, table.name())
                        .partitionKey(attribute(table.keys().partition()))
                        .globalSecondaryIndexes(
                                table.indexes().stream().map(Tables::index).toList())
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .build())
                        .deletionProtection(stage.kept().isProtected())
                        .removalPolicy(stage.kept().removal());
        table.keys().sort().map(Tables::attribute).ifPresent(builder::sortKey);
        if (Blueprint.isStreamed(table)) {
            builder.dynamoStream(StreamViewType.NEW_IMAGE);
        }
        table.timeToLive().ifPresent(builder::timeToLiveAttribute);
        return builder.build();
    }

    private static GlobalSecondaryIndexPropsV2 index(Table.Index index) {
        var builder =
                GlobalSecondaryIndexPropsV2.builder()
                        .indexName(index.name())
                        .partitionKey(attribute(index.keys().partition()))
                        .projectionType(ProjectionType.KEYS_ONLY);
        index.keys().sort().map(Tables::attribute).ifPresent(builder::sortKey);
        return builder.build();
    }

    private static Attribute attribute(Table.Attribute attribute) {
        return Attribute.builder().name(attribute.name()).type(type(attribute.type())).build();
    }

    private static AttributeType type(Table.Type type) {
        return switch (type) {
            case S -> AttributeType.STRING;
            case N -> AttributeType.NUMBER;
        };
    }
}
