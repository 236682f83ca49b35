package dev.pixapi.cloud;

import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.SynthesizedTemplate.Piece;
import dev.pixapi.cloud.check.Template;
import dev.pixapi.cloud.check.TemplateChecks;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class WholeTemplateTest {
    /** A physical name would hinder replacement and a second stage in the same account. */
    private static final Set<String> NAMES =
            Set.of(
                    "TableName",
                    "QueueName",
                    "BucketName",
                    "FunctionName",
                    "RoleName",
                    "LogGroupName",
                    "Name");

    /** These have one without choice: the API's is a label, the others' say which function. */
    private static final Set<String> NAMED =
            Set.of(
                    "AWS::ApiGateway::RestApi",
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::EventSourceMapping",
                    "AWS::Lambda::Permission",
                    "AWS::Lambda::Version");

    /** What a stage chooses, and what API Gateway replaces when anything changes. */
    private static final Set<String> FRONT =
            Set.of(
                    "MediaCdn/",
                    "ApiCdn/",
                    "Firewall/",
                    "Api/Rest/Account",
                    "Api/Rest/CloudWatchRole",
                    "Api/Rest/Deployment");

    /** Room for a third more, so that the next endpoint is no reason to split the stack. */
    @ParameterizedTest
    @EnumSource
    void everyStageIsWithinTheLimitsOfAws(StageKind kind) {
        var template = TestingStack.OF_KIND.get(kind);
        assertEquals(List.of(), TemplateChecks.faults(new Template(template.json())));
        var resources = template.pieces().size();
        assertTrue(resources <= 375, resources + " resources");
    }

    @Test
    void nothingHasAPhysicalName() {
        var named =
                STANDARD.pieces().stream()
                        .filter(piece -> !NAMED.contains(piece.type()))
                        .filter(piece -> NAMES.stream().anyMatch(piece.properties()::has))
                        .map(Piece::path)
                        .toList();
        assertEquals(List.of(), named);
    }

    /** X-Ray knows no resources; all other rights are on one, or on one folder's objects. */
    @Test
    void noWildcardStandsForMoreThanAFolder() {
        var folder =
                "s3:[A-Za-z]+ on Buckets/Media.Arn(/| if StringLikeIfExists s3:prefix )[a-z]+/\\*";
        var prod = TestingStack.OF_KIND.get(StageKind.PROD);
        var roles = prod.all("AWS::IAM::Role").stream().map(Piece::path).toList();
        assertEquals(
                List.of(),
                roles.stream()
                        .flatMap(role -> RolePermissions.of(prod, role).all().stream())
                        .filter(permission -> permission.contains("*"))
                        .filter(permission -> !permission.matches("xray:[A-Za-z]+ on \\*"))
                        .filter(permission -> !permission.matches(folder))
                        .toList());
    }

    @Test
    void theTemplateFitsAnyAccountAndRegion() {
        assertFalse(Json.write(STANDARD.json()).matches(".*\\b(\\d{12}|[a-z]{2}-[a-z]+-\\d)\\b.*"));
    }

    @Test
    void noProvidersKeyStandsInTheTemplate() {
        assertFalse(Json.write(STANDARD.json()).contains(Setting.OPENAI_API_KEY.name()));
    }

    /** What the skeleton is made of, so that a version of CDK adds nothing unseen. */
    @Test
    void theTemplateIsMadeOfTheseTypes() {
        var counts = new TreeMap<String, Long>();
        STANDARD.pieces().forEach(piece -> counts.merge(piece.type(), 1L, Long::sum));
        assertEquals(
                List.of(
                        "AWS::ApiGateway::Account",
                        "AWS::ApiGateway::Deployment",
                        "AWS::ApiGateway::GatewayResponse",
                        "AWS::ApiGateway::Method",
                        "AWS::ApiGateway::Resource",
                        "AWS::ApiGateway::RestApi",
                        "AWS::ApiGateway::Stage",
                        "AWS::CloudFront::Distribution",
                        "AWS::CloudFront::OriginAccessControl",
                        "AWS::CloudFront::ResponseHeadersPolicy",
                        "AWS::DynamoDB::GlobalTable",
                        "AWS::Events::Rule",
                        "AWS::IAM::Policy",
                        "AWS::IAM::Role",
                        "AWS::Lambda::Alias",
                        "AWS::Lambda::EventSourceMapping",
                        "AWS::Lambda::Function",
                        "AWS::Lambda::Permission",
                        "AWS::Lambda::Version",
                        "AWS::Logs::LogGroup",
                        "AWS::S3::Bucket",
                        "AWS::S3::BucketPolicy",
                        "AWS::SQS::Queue",
                        "AWS::SQS::QueuePolicy",
                        "AWS::SecretsManager::Secret"),
                List.copyOf(counts.keySet()));
    }

    @Test
    void theBoundaryIsOnEveryRoleOfAStageThatHasOne() {
        for (var role : UNUSUAL.all("AWS::IAM::Role")) {
            assertEquals(
                    "arn:aws:iam::111122223333:policy/Boundary",
                    role.properties().string("PermissionsBoundary"),
                    role.path());
        }
        for (var role : STANDARD.all("AWS::IAM::Role")) {
            assertFalse(role.properties().has("PermissionsBoundary"), role.path());
        }
    }

    @Test
    void aProtectedStagesTablesCannotBeDeletedByMistake() {
        assertEquals(Set.of("true"), protection(TestingStack.OF_KIND.get(StageKind.PROD)));
        assertEquals(Set.of("false"), protection(STANDARD));
    }

    private static Set<String> protection(SynthesizedTemplate template) {
        return template.all("AWS::DynamoDB::GlobalTable").stream()
                .flatMap(table -> table.properties().objects("Replicas").stream())
                .map(replica -> String.valueOf(replica.values().get("DeletionProtectionEnabled")))
                .collect(Collectors.toSet());
    }

    /** What watches the stack is a stage's choice. */
    @Test
    void stagesDifferInWhatStandsInFrontAndInNothingBehindIt() {
        assertEquals(lasting(STANDARD).toList(), lasting(UNUSUAL).toList());
    }

    private static Stream<String> lasting(SynthesizedTemplate template) {
        return template.pieces().stream()
                .filter(piece -> FRONT.stream().noneMatch(piece.path()::startsWith))
                .filter(piece -> !piece.path().matches("(Alarms|Dashboard|Budget)/.*"))
                .map(piece -> piece.type() + " " + piece.path());
    }
}
