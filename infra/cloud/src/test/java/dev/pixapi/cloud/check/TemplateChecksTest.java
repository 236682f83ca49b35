package dev.pixapi.cloud.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class TemplateChecksTest {
    private static final String WORKER =
            """
            "Queue": {"Type": "AWS::SQS::Queue", "Properties": {
              "VisibilityTimeout": %d, "MessageRetentionPeriod": 1000,
              "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Dead", "Arn"]}}}},
            "Dead": {"Type": "AWS::SQS::Queue", "Properties": {"MessageRetentionPeriod": %d}},
            "Function": {"Type": "AWS::Lambda::Function", "Properties": {"Timeout": 300},
              "Metadata": {"aws:cdk:path": "Pixapi/Functions/Worker"}},
            "Alias": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Function"}}},
            "Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
              "EventSourceArn": {"Fn::GetAtt": ["Queue", "Arn"]},
              "FunctionName": {"Fn::Join": ["", [{"Fn::Select": [6,
                {"Fn::Split": [":", {"Ref": "Alias"}]}]}, ":live"]]}}}
            """;

    @Test
    void aMessageStaysHiddenLongerThanItsFunctionRunsAlsoThroughAnAlias() {
        assertEquals(
                List.of(
                        "Queue hides a message for 300 s, but Pixapi/Functions/Worker may run for"
                                + " 300 s"),
                faults(WORKER.formatted(300, 1000)));
        assertEquals(List.of(), faults(WORKER.formatted(301, 1000)));
    }

    @Test
    void deadLettersAreKeptAtLeastAsLongAsTheirQueueKeepsThem() {
        assertEquals(
                List.of(
                        "Dead keeps a message for 999 s, but Queue, whose dead letters it has, for"
                                + " 1000 s"),
                faults(WORKER.formatted(301, 999)));
    }

    @Test
    void whatAwsAssumesIsAssumed() {
        assertEquals(
                List.of("Queue hides a message for 30 s, but Function may run for 30 s"),
                faults(
                        """
                        "Queue": {"Type": "AWS::SQS::Queue"},
                        "Function": {"Type": "AWS::Lambda::Function", "Properties": {"Timeout": 30}},
                        "Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                          "EventSourceArn": {"Fn::GetAtt": ["Queue", "Arn"]},
                          "FunctionName": {"Ref": "Function"}}}
                        """));
    }

    @Test
    void provisionedConcurrencyAndSnapshotsExcludeEachOther() {
        var both =
                """
                "Function": {"Type": "AWS::Lambda::Function", "Properties": {
                  "SnapStart": {"ApplyOn": "%s"}}},
                "Version": {"Type": "AWS::Lambda::Version", "Properties": {
                  "FunctionName": {"Ref": "Function"}}},
                "Live": {"Type": "AWS::Lambda::Alias", "Properties": {
                  "FunctionName": {"Ref": "Version"},
                  "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 1}}}
                """;
        assertEquals(
                List.of(
                        "Live has provisioned concurrency, but its function has SnapStart, and"
                                + " Lambda takes either"),
                faults(both.formatted("PublishedVersions")));
        assertEquals(List.of(), faults(both.formatted("None")));
    }

    @Test
    void aRouteWaitsNoLongerThanApiGatewayDoes() {
        var method =
                """
                "Get": {"Type": "AWS::ApiGateway::Method", "Properties": {"Integration": {
                  "TimeoutInMillis": %d %s}}}
                """;
        assertEquals(
                List.of("Get waits for 29001 ms, but API Gateway waits for 29000 when it buffers"),
                faults(method.formatted(29_001, "")));
        assertEquals(List.of(), faults(method.formatted(29_000, "")));
        var streams = ", \"ResponseTransferMode\": \"STREAM\"";
        assertEquals(
                List.of(
                        "Get waits for 900001 ms, but API Gateway waits for 900000 when it"
                                + " streams"),
                faults(method.formatted(900_001, streams)));
        assertEquals(List.of(), faults(method.formatted(900_000, streams)));
    }

    @Test
    void aRolesPoliciesFitIntoTheRole() {
        var policy =
                """
                "%s": {"Type": "AWS::IAM::Policy", "Properties": {"Roles": [{"Ref": "Role"}],
                  "PolicyDocument": {"Statement": "%s"}}}
                """;
        var half = "x".repeat(5200);
        assertEquals(List.of(), faults(policy.formatted("One", half)));
        assertEquals(
                List.of("the policies of Role have 10432 bytes, but IAM takes 10240"),
                faults(
                        "\"Role\": {\"Type\": \"AWS::IAM::Role\"},"
                                + policy.formatted("One", half)
                                + ","
                                + policy.formatted("Two", half)));
    }

    @Test
    void anEnvironmentFitsIntoItsFunction() {
        var function =
                """
                "Function": {"Type": "AWS::Lambda::Function", "Properties": {
                  "Environment": {"Variables": {"A": "%s"}}}}
                """;
        assertEquals(List.of(), faults(function.formatted("x".repeat(4088))));
        assertEquals(
                List.of("the environment of Function has 4097 bytes, but Lambda takes 4096"),
                faults(function.formatted("x".repeat(4089))));
    }

    @Test
    void aTemplateHasNoMoreOfAnythingThanCloudFormationTakes() {
        var resources = new LinkedHashMap<String, Object>();
        for (var n = 0; n < 501; n++) {
            resources.put("R" + n, Map.of("Type", "AWS::SNS::Topic"));
        }
        var outputs = new LinkedHashMap<String, Object>();
        for (var n = 0; n < 201; n++) {
            outputs.put("O" + n, Map.of("Value", n));
        }
        assertEquals(
                List.of(
                        "the template has 501 resources, but CloudFormation takes 500",
                        "the template has 201 outputs, but CloudFormation takes 200"),
                TemplateChecks.faults(
                        new Template(Map.of("Resources", resources, "Outputs", outputs))));
        var large = Map.<String, Object>of("Description", "x".repeat(999_999));
        assertEquals(
                List.of("the template has 1000017 bytes, but CloudFormation takes 1000000"),
                TemplateChecks.faults(new Template(large)));
    }

    private static List<String> faults(String resources) {
        try {
            var json = "{\"Resources\": {" + resources + "}}";
            return TemplateChecks.faults(
                    new Template(Json.object(json.getBytes(StandardCharsets.UTF_8))));
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException(fault);
        }
    }
}
