package dev.pixapi.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CloudFormation knows a resource by its logical id, which CDK makes from the names of constructs.
 * With another id, or another key, the next deployment of a stack that runs already makes an empty
 * table or bucket, and leaves what callers have behind. So these never change; a stack that must
 * move something is moved by hand (docs/deploy.md).
 */
class LogicalIdsTest {
    private static final List<String> STATEFUL =
            List.of(
                    "AWS::ApiGateway::RestApi",
                    "AWS::DynamoDB::GlobalTable",
                    "AWS::S3::Bucket",
                    "AWS::SecretsManager::Secret",
                    "AWS::SQS::Queue");

    private static final String PINNED =
            """
            ApiRest4DEC74FE
            BucketsMedia5BAFF3AF
            QueuesDeadLettersF0D5D2AD
            QueuesTaskQueue1F025149
            SecretsProviderKeys23C6BA9F
            TablesAccounts2D520C9A: account HASH, shard RANGE
            TablesAudits0D79AA55: account HASH
            TablesEntriesB4C203C1: account HASH, id RANGE
            TablesKeys6B5A3ABF: id HASH
            TablesLots22223CCA: account HASH
            TablesTasksB0FA0D86: id HASH
            """;

    @ParameterizedTest
    @EnumSource
    void whatHasAStateKeepsItsIdInEveryStage(StageKind kind) {
        assertEquals(PINNED, ids(TestingStack.OF_KIND.get(kind)));
    }

    /** A line each, a table with its keys. */
    private static String ids(SynthesizedTemplate template) {
        var resources = new TreeMap<>(Fields.of(template.json()).object("Resources").values());
        return resources.entrySet().stream()
                .filter(entry -> STATEFUL.contains(Fields.of(entry.getValue()).string("Type")))
                .map(entry -> entry.getKey() + keys(Fields.of(entry.getValue())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String keys(Fields resource) {
        if (!resource.has("Properties") || !resource.object("Properties").has("KeySchema")) {
            return "";
        }
        return resource.object("Properties").objects("KeySchema").stream()
                .map(key -> key.string("AttributeName") + " " + key.string("KeyType"))
                .collect(Collectors.joining(", ", ": ", ""));
    }
}
