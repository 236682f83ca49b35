package dev.pixapi.cloud.edge;

import static dev.pixapi.cloud.TestingStack.OF_KIND;
import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** API Gateway's stage: throttling, logs, traces. */
class ApiStageTemplateTest {
    @Test
    void theApisStageHasTheNameOfOurs() {
        assertEquals(List.of("dev"), stageNames(STANDARD));
        assertEquals(List.of("try-1"), stageNames(UNUSUAL));
    }

    @ParameterizedTest
    @CsvSource({"DEV, 20, 40", "PROD, 200, 400", "EMULATOR, 100, 200"})
    void everyRouteIsThrottledAsTheStageSays(StageKind kind, int rate, int burst) {
        throttles(OF_KIND.get(kind), rate, burst);
    }

    @Test
    void aThrottleCanBeChosen() {
        throttles(UNUSUAL, 7, 9);
    }

    @Test
    void xRayFollowsACallFromTheGatewayOnWhereTheStageWantsIt() {
        assertEquals(true, apiStage(OF_KIND.get(StageKind.PROD)).values().get("TracingEnabled"));
        assertEquals(true, apiStage(UNUSUAL).values().get("TracingEnabled"));
        assertEquals(false, apiStage(STANDARD).values().get("TracingEnabled"));
    }

    @Test
    void eachCallIsNotedByItsRouteWithoutWhatIsSecretOrPersonal() throws MalformedJson {
        var setting = apiStage(STANDARD).object("AccessLogSetting");
        assertEquals("Api/AccessLogs.Arn", STANDARD.text(setting.values().get("DestinationArn")));
        var noted = Json.object(setting.string("Format"));
        assertEquals("req_$context.requestId", noted.get("request_id"));
        assertEquals(
                Set.of(
                        "req_$context.requestId",
                        "$context.requestTime",
                        "$context.httpMethod",
                        "$context.resourcePath",
                        "$context.status",
                        "$context.responseLength",
                        "$context.responseLatency",
                        "$context.integration.latency",
                        "$context.integration.status",
                        "$context.integration.error",
                        "$context.integration.requestId",
                        "$context.error.responseType",
                        "$context.wafResponseCode",
                        "$context.xrayTraceId"),
                Set.copyOf(noted.values()));
    }

    @Test
    void accessLogsAreKeptAsLongAsTheStageSays() {
        var logs = STANDARD.at("AWS::Logs::LogGroup", "Api/AccessLogs");
        assertEquals(Map.of("RetentionInDays", 14), logs.properties().values());
        var longer = UNUSUAL.at("AWS::Logs::LogGroup", "Api/AccessLogs");
        assertEquals(Map.of("RetentionInDays", 365), longer.properties().values());
    }

    /** A first deployment has to give the region a role; a second stack's end must not take it. */
    @Test
    void theRoleThatApiGatewayLogsWithIsMadeFirstAndOutlivesTheStack() {
        var account = STANDARD.at("AWS::ApiGateway::Account", "Api/Rest/Account");
        var role = STANDARD.at("AWS::IAM::Role", "Api/Rest/CloudWatchRole");
        assertEquals(
                Map.of("CloudWatchRoleArn", "Api/Rest/CloudWatchRole.Arn"),
                STANDARD.texts(account.properties()));
        assertEquals("Retain", account.whole().string("DeletionPolicy"));
        assertEquals("Retain", role.whole().string("DeletionPolicy"));
        var stage = STANDARD.at("AWS::ApiGateway::Stage", "Api/Rest/DeploymentStage.dev");
        assertEquals(
                List.of(account.path()),
                stage.whole().strings("DependsOn").stream().map(STANDARD::pathOf).toList());
    }

    @Test
    void anAccountThatHasSuchARoleKeepsItAndAnEmulatorHasNoLogs() {
        assertTrue(apiStage(UNUSUAL).has("AccessLogSetting"));
        assertEquals(List.of(), UNUSUAL.all("AWS::ApiGateway::Account"));
        var emulator = OF_KIND.get(StageKind.EMULATOR);
        assertFalse(apiStage(emulator).has("AccessLogSetting"));
        assertEquals(List.of(), emulator.all("AWS::ApiGateway::Account"));
    }

    /** Of the whole stage: no method has settings of its own that could lift it. */
    private static void throttles(SynthesizedTemplate template, int rate, int burst) {
        assertEquals(
                List.of(
                        Map.of(
                                "ResourcePath",
                                "/*",
                                "HttpMethod",
                                "*",
                                "ThrottlingRateLimit",
                                rate,
                                "ThrottlingBurstLimit",
                                burst,
                                "LoggingLevel",
                                "OFF",
                                "DataTraceEnabled",
                                false,
                                "MetricsEnabled",
                                false)),
                apiStage(template).objects("MethodSettings").stream().map(Fields::values).toList());
    }

    private static List<String> stageNames(SynthesizedTemplate template) {
        return template.all("AWS::ApiGateway::Stage").stream()
                .map(stage -> stage.properties().string("StageName"))
                .toList();
    }

    private static Fields apiStage(SynthesizedTemplate template) {
        return template.all("AWS::ApiGateway::Stage").getFirst().properties();
    }
}
