package dev.pixapi.cloud.state;

import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.lambda.blueprint.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StateTemplateTest {
    private static final String TABLE = "AWS::DynamoDB::GlobalTable";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String SECRET = "AWS::SecretsManager::Secret";

    static final List<Table> TABLES = Blueprint.TABLES;
    static final List<Queue> QUEUES = Blueprint.QUEUES;
    static final List<Bucket> BUCKETS = Blueprint.BUCKETS;
    static final List<Secret> SECRETS = Blueprint.SECRETS;

    @Test
    void theTemplateHasTheBlueprintsStateAndNoOther() {
        assertEquals(namesOf(Blueprint.TABLES), STANDARD.names(TABLE));
        assertEquals(namesOf(Blueprint.QUEUES), STANDARD.names(QUEUE));
        assertEquals(namesOf(Blueprint.BUCKETS), STANDARD.names(BUCKET));
        assertEquals(namesOf(Blueprint.SECRETS), STANDARD.names(SECRET));
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void aTableHasTheBlueprintsKeysAndIndexes(Table table) {
        var made = table(table);
        assertEquals(keys(table.keys()), keySchema(made));
        var indexes = made.objects("GlobalSecondaryIndexes");
        assertEquals(
                table.indexes().stream().map(Table.Index::name).toList(),
                indexes.stream().map(index -> index.string("IndexName")).toList());
        for (var i = 0; i < indexes.size(); i++) {
            assertEquals(keys(table.indexes().get(i).keys()), keySchema(indexes.get(i)));
            assertEquals(
                    Map.of("ProjectionType", "KEYS_ONLY"),
                    indexes.get(i).object("Projection").values());
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void aTableTypesExactlyItsKeyAttributes(Table table) {
        var types =
                table(table).objects("AttributeDefinitions").stream()
                        .map(a -> a.string("AttributeName") + " " + a.string("AttributeType"))
                        .sorted()
                        .toList();
        var expected = new ArrayList<Table.Attribute>();
        attributes(table.keys(), expected);
        table.indexes().forEach(index -> attributes(index.keys(), expected));
        assertEquals(
                expected.stream().map(a -> a.name() + " " + a.type()).distinct().sorted().toList(),
                types);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void aTableIsOnDemandAndCanBeTakenBackInTime(Table table) {
        var made = table(table);
        assertEquals("PAY_PER_REQUEST", made.string("BillingMode"));
        for (var replica : made.objects("Replicas")) {
            assertEquals(
                    Map.of("PointInTimeRecoveryEnabled", true),
                    replica.object("PointInTimeRecoverySpecification").values());
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void rowsEndByTheBlueprintsAttributeOnly(Table table) {
        var made = table(table);
        var attribute =
                made.has("TimeToLiveSpecification")
                        ? made.object("TimeToLiveSpecification").optionalString("AttributeName")
                        : Optional.<String>empty();
        assertEquals(table.timeToLive(), attribute);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void aTableHasAStreamOfNewRowsWhereAFunctionReadsIt(Table table) {
        var made = table(table);
        assertEquals(table.equals(Resources.ACCOUNTS), made.has("StreamSpecification"));
        if (made.has("StreamSpecification")) {
            assertEquals(
                    Map.of("StreamViewType", "NEW_IMAGE"),
                    made.object("StreamSpecification").values());
        }
    }

    @ParameterizedTest
    @FieldSource("QUEUES")
    void aQueueKeepsHidesAndRedrivesAsTheBlueprintSays(Queue queue) {
        var made = STANDARD.at(QUEUE, "Queues/" + queue.name()).properties();
        assertEquals(queue.visibility().toSeconds(), made.number("VisibilityTimeout"));
        assertEquals(queue.retention().toSeconds(), made.number("MessageRetentionPeriod"));
        assertEquals(queue.redrive().isPresent(), made.has("RedrivePolicy"));
        queue.redrive()
                .ifPresent(
                        redrive -> {
                            var policy = STANDARD.texts(made.object("RedrivePolicy"));
                            assertEquals(
                                    Map.of(
                                            "deadLetterTargetArn",
                                            "Queues/" + redrive.deadLetters().name() + ".Arn",
                                            "maxReceiveCount",
                                            String.valueOf(redrive.receives())),
                                    policy);
                        });
    }

    @ParameterizedTest
    @FieldSource("QUEUES")
    void aQueueIsEncryptedAndClosedToPlainHttp(Queue queue) {
        var made = STANDARD.at(QUEUE, "Queues/" + queue.name()).properties();
        assertEquals(true, made.values().get("SqsManagedSseEnabled"));
        var policy = STANDARD.at("AWS::SQS::QueuePolicy", "Queues/" + queue.name() + "/Policy");
        refusesPlainHttp(policy.properties(), "Queues/" + queue.name() + ".Arn");
    }

    @ParameterizedTest
    @FieldSource("BUCKETS")
    void aBucketIsPrivateEncryptedAndClosedToPlainHttp(Bucket bucket) {
        var made = STANDARD.at(BUCKET, "Buckets/" + bucket.name()).properties();
        assertEquals(
                Map.of(
                        "BlockPublicAcls", true,
                        "BlockPublicPolicy", true,
                        "IgnorePublicAcls", true,
                        "RestrictPublicBuckets", true),
                made.object("PublicAccessBlockConfiguration").values());
        assertTrue(made.object("BucketEncryption").toString().contains("AES256"));
        var policy = STANDARD.at("AWS::S3::BucketPolicy", "Buckets/" + bucket.name() + "/Policy");
        refusesPlainHttp(policy.properties(), "Buckets/" + bucket.name() + ".Arn");
    }

    @ParameterizedTest
    @FieldSource("BUCKETS")
    void mediaGoByTheirClassAnswersInADayAndFilesIn31(Bucket bucket) {
        var rules =
                STANDARD.at(BUCKET, "Buckets/" + bucket.name())
                        .properties()
                        .object("LifecycleConfiguration")
                        .objects("Rules");
        assertEquals(
                List.of(
                        rule("images/1d/", 1),
                        rule("images/7d/", 7),
                        rule("images/30d/", 30),
                        rule("tasks/1d/", 1),
                        rule("tasks/7d/", 7),
                        rule("tasks/30d/", 30),
                        rule("answers/1d/", 1),
                        rule("files/", 31)),
                rules.stream().map(Fields::values).toList());
    }

    private static Map<String, Object> rule(String prefix, int days) {
        return Map.of("Prefix", prefix, "ExpirationInDays", days, "Status", "Enabled");
    }

    /** Nothing can be written where no rule ever removes it. */
    @ParameterizedTest
    @FieldSource("BUCKETS")
    void everyFolderThatFunctionsWriteToHasRules(Bucket bucket) {
        for (var folder : bucket.folders()) {
            assertTrue(
                    bucket.lifetimes().stream().anyMatch(l -> l.prefix().startsWith(folder)),
                    folder);
        }
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void aSecretIsMadeEmpty(Secret secret) {
        assertEquals(
                Map.of("SecretString", "{}"),
                STANDARD.at(SECRET, "Secrets/" + secret.name()).properties().values());
    }

    @Test
    void dataOutliveTheStackUnlessTheStageSaysOtherwise() {
        for (var type : List.of(TABLE, BUCKET, SECRET, "AWS::Logs::LogGroup")) {
            for (var piece : STANDARD.all(type)) {
                assertEquals("Retain", piece.whole().string("DeletionPolicy"), piece.path());
            }
            for (var piece : UNUSUAL.all(type)) {
                assertEquals("Delete", piece.whole().string("DeletionPolicy"), piece.path());
            }
        }
    }

    private static void refusesPlainHttp(Fields policy, String arn) {
        var statement = policy.object("PolicyDocument").objects("Statement").getFirst();
        assertEquals("Deny", statement.string("Effect"));
        assertEquals(
                Map.of("aws:SecureTransport", "false"),
                statement.object("Condition").object("Bool").values());
        assertTrue(STANDARD.texts(statement.values().get("Resource")).anyMatch(arn::equals));
        assertFalse(statement.string("Action").isEmpty());
    }

    private static Fields table(Table table) {
        return STANDARD.at(TABLE, "Tables/" + table.name()).properties();
    }

    private static List<String> keySchema(Fields made) {
        return made.objects("KeySchema").stream()
                .map(key -> key.string("KeyType") + " " + key.string("AttributeName"))
                .toList();
    }

    private static List<String> keys(Table.Keys keys) {
        var result = new ArrayList<String>();
        result.add("HASH " + keys.partition().name());
        keys.sort().ifPresent(sort -> result.add("RANGE " + sort.name()));
        return result;
    }

    private static void attributes(Table.Keys keys, List<Table.Attribute> into) {
        into.add(keys.partition());
        keys.sort().ifPresent(into::add);
    }

    private static List<String> namesOf(List<? extends Resource> resources) {
        return resources.stream().map(Resource::name).toList();
    }
}
