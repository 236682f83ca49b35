package dev.pixapi.cloud.edge;

import static dev.pixapi.cloud.TestingStack.ALL_BEHIND_CDN;
import static dev.pixapi.cloud.TestingStack.OF_KIND;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.GatewayAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class FirewallTemplateTest {
    private static final SynthesizedTemplate PROD = OF_KIND.get(StageKind.PROD);

    @ParameterizedTest
    @EnumSource(names = {"DEV", "EMULATOR"})
    void aStageWithoutFirewallPaysForNone(StageKind kind) {
        assertEquals(
                List.of(),
                OF_KIND.get(kind).pieces().stream()
                        .filter(piece -> piece.type().startsWith("AWS::WAFv2::"))
                        .toList());
    }

    /** The stage is behind every way in: its own URL, a domain, CloudFront. */
    @Test
    void theFirewallIsOnTheApisStage() {
        for (var template : List.of(PROD, ALL_BEHIND_CDN)) {
            assertEquals("REGIONAL", acl(template).string("Scope"));
            assertEquals(Map.of("Allow", Map.of()), acl(template).object("DefaultAction").values());
            var on = template.at("AWS::WAFv2::WebACLAssociation", "Firewall/OnTheApi").properties();
            assertEquals(
                    Map.of(
                            "ResourceArn",
                            "arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/Api/Rest"
                                    + "/stages/Api/Rest/DeploymentStage.prod",
                            "WebACLArn",
                            "Firewall/Acl.Arn"),
                    template.texts(on));
        }
    }

    @Test
    void directCallersAreJudgedByTheirAddressItsReputationAndKnownAttacks() {
        assertEquals(List.of("0 BadAddresses", "1 KnownAttacks", "2 AtMost"), order(PROD));
        assertEquals(
                "AWSManagedRulesAmazonIpReputationList",
                group(PROD, "BadAddresses").string("Name"));
        assertEquals(
                Map.of("AggregateKeyType", "IP", "Limit", 10000, "EvaluationWindowSec", 300),
                counting(PROD).values());
    }

    @Test
    void theStageSaysHowManyRequestsAnAddressMayMake() {
        assertEquals(500, counting(UNUSUAL).number("Limit"));
    }

    /** A prompt is anything that a person may write, and an upload any bytes. */
    @Test
    void noRuleJudgesABody() {
        for (var template : List.of(PROD, ALL_BEHIND_CDN)) {
            var group = group(template, "KnownAttacks");
            assertEquals("AWSManagedRulesKnownBadInputsRuleSet", group.string("Name"));
            assertEquals(
                    Map.of(
                            "JavaDeserializationRCE_BODY", Map.of("Count", Map.of()),
                            "Log4JRCE_BODY", Map.of("Count", Map.of()),
                            "ReactJSRCE_BODY", Map.of("Count", Map.of())),
                    group.objects("RuleActionOverrides").stream()
                            .collect(
                                    Collectors.toMap(
                                            rule -> rule.string("Name"),
                                            rule -> rule.object("ActionToUse").values())));
            assertEquals(
                    Map.of("None", Map.of()),
                    rule(template, "KnownAttacks").object("OverrideAction").values());
        }
    }

    @Test
    void whoIsTooFastIsAnsweredAsAThrottledCallerIs() {
        var reply = GatewayAnswer.TOO_MANY.reply("req_firewall");
        var answer = rule(PROD, "AtMost").object("Action").object("Block").object("CustomResponse");
        assertEquals(429, answer.number("ResponseCode"));
        var body = acl(PROD).object("CustomResponseBodies").object("too-many");
        assertEquals("too-many", answer.string("CustomResponseBodyKey"));
        assertEquals("APPLICATION_JSON", body.string("ContentType"));
        assertEquals(new String(reply.body(), StandardCharsets.UTF_8), body.string("Content"));
        var headers =
                answer.objects("ResponseHeaders").stream()
                        .collect(
                                Collectors.toMap(
                                        header -> header.string("Name"),
                                        header -> header.string("Value")));
        assertEquals(
                Map.of(
                        "retry-after", "1",
                        "x-should-retry", "true",
                        "x-request-id", "req_firewall"),
                headers);
    }

    @Test
    void aKeyIsInNoSampleThatTheConsoleShows() {
        for (var template : List.of(PROD, UNUSUAL, ALL_BEHIND_CDN)) {
            assertEquals(
                    Map.of(
                            "CloudWatchMetricsEnabled", true,
                            "SampledRequestsEnabled", false,
                            "MetricName", "Firewall"),
                    acl(template).object("VisibilityConfig").values());
            for (var rule : acl(template).objects("Rules")) {
                assertEquals(
                        Map.of(
                                "CloudWatchMetricsEnabled", true,
                                "SampledRequestsEnabled", false,
                                "MetricName", rule.string("Name")),
                        rule.object("VisibilityConfig").values());
            }
        }
    }

    /** Else whoever knows the API's own URL could name a new address with each request. */
    @Test
    void behindCloudFrontNobodyGetsInWithoutItsProof() {
        assertEquals(List.of("0 OnlyByCdn", "1 KnownAttacks", "2 AtMost"), order(ALL_BEHIND_CDN));
        var rule = rule(ALL_BEHIND_CDN, "OnlyByCdn");
        assertEquals(Map.of("Block", Map.of()), rule.object("Action").values());
        var proven =
                rule.object("Statement")
                        .object("NotStatement")
                        .object("Statement")
                        .object("ByteMatchStatement");
        assertEquals(
                "x-pixapi-proof",
                proven.object("FieldToMatch").object("SingleHeader").string("Name"));
        assertEquals("EXACTLY", proven.string("PositionalConstraint"));
        assertEquals(
                "{{resolve:secretsmanager:ApiCdn/Proof:SecretString:::}}",
                ALL_BEHIND_CDN.text(proven.values().get("SearchString")));
        assertEquals(
                List.of(Map.of("Priority", 0, "Type", "NONE")),
                proven.objects("TextTransformations").stream().map(Fields::values).toList());
    }

    /** Only the address that CloudFront wrote, and no request without one goes uncounted. */
    @Test
    void behindCloudFrontCallersAreCountedByTheAddressThatItSaw() {
        assertEquals(
                Map.of(
                        "AggregateKeyType",
                        "FORWARDED_IP",
                        "Limit",
                        10000,
                        "EvaluationWindowSec",
                        300,
                        "ForwardedIPConfig",
                        Map.of("HeaderName", "x-pixapi-viewer", "FallbackBehavior", "MATCH")),
                counting(ALL_BEHIND_CDN).values());
    }

    private static Fields acl(SynthesizedTemplate template) {
        return template.at("AWS::WAFv2::WebACL", "Firewall/Acl").properties();
    }

    private static List<String> order(SynthesizedTemplate template) {
        return acl(template).objects("Rules").stream()
                .map(rule -> rule.number("Priority") + " " + rule.string("Name"))
                .toList();
    }

    private static Fields rule(SynthesizedTemplate template, String name) {
        var found =
                acl(template).objects("Rules").stream()
                        .filter(rule -> rule.string("Name").equals(name))
                        .toList();
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private static Fields group(SynthesizedTemplate template, String name) {
        return rule(template, name).object("Statement").object("ManagedRuleGroupStatement");
    }

    private static Fields counting(SynthesizedTemplate template) {
        return rule(template, "AtMost").object("Statement").object("RateBasedStatement");
    }
}
