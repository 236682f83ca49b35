package dev.pixapi.cloud.edge;

import dev.pixapi.api.Reply;
import dev.pixapi.lambda.blueprint.GatewayAnswer;

import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CountActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CustomHTTPHeaderProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CustomResponseProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ForwardedIPConfigurationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.NotStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of a firewall, in the order in which they were asked for. AWS's common rules are not
 * among them: they look for markup, paths and URLs in bodies and queries, and prompts and links to
 * images are made of those.
 */
final class FirewallRules {
    static final String TOO_MANY = "too-many";

    /** WAF cannot name a request, and puts this before API Gateway's own answer. */
    static final Reply REFUSAL = GatewayAnswer.TOO_MANY.reply("req_firewall");

    private static final int FIVE_MINUTES = 300;

    /** Prompts about these attacks are no attacks, and nothing here interprets a body. */
    private static final List<String> ABOUT_BODIES =
            List.of("JavaDeserializationRCE_BODY", "Log4JRCE_BODY", "ReactJSRCE_BODY");

    private int rules;

    /** Without samples, which would show headers, and so keys. */
    static VisibilityConfigProperty visibility(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .metricName(metric)
                .build();
    }

    /** Addresses that AWS saw attacking others. */
    RuleProperty badAddresses() {
        return managed("BadAddresses", "AWSManagedRulesAmazonIpReputationList", List.of());
    }

    /** Attacks on well-known faults, by path, query and headers. */
    RuleProperty knownAttacks() {
        return managed("KnownAttacks", "AWSManagedRulesKnownBadInputsRuleSet", ABOUT_BODIES);
    }

    RuleProperty atMost(int requests) {
        return refusing("AtMost", counting(requests).aggregateKeyType("IP").build());
    }

    RuleProperty atMostBehindCdn(int requests) {
        var viewer =
                ForwardedIPConfigurationProperty.builder()
                        .headerName(ApiCdn.VIEWER_HEADER)
                        .fallbackBehavior("MATCH")
                        .build();
        return refusing(
                "AtMost",
                counting(requests)
                        .aggregateKeyType("FORWARDED_IP")
                        .forwardedIpConfig(viewer)
                        .build());
    }

    /** Whoever goes around CloudFront could name any address as his own. */
    RuleProperty onlyWith(String proof) {
        var proven =
                ByteMatchStatementProperty.builder()
                        .fieldToMatch(header())
                        .positionalConstraint("EXACTLY")
                        .searchString(proof)
                        .textTransformations(List.of(untransformed()))
                        .build();
        var unproven =
                NotStatementProperty.builder()
                        .statement(StatementProperty.builder().byteMatchStatement(proven).build())
                        .build();
        return rule("OnlyByCdn", StatementProperty.builder().notStatement(unproven).build())
                .action(blocking(BlockActionProperty.builder().build()))
                .build();
    }

    private static FieldToMatchProperty header() {
        return FieldToMatchProperty.builder()
                .singleHeader(Map.of("Name", ApiCdn.PROOF_HEADER))
                .build();
    }

    private static TextTransformationProperty untransformed() {
        return TextTransformationProperty.builder().priority(0).type("NONE").build();
    }

    private static RateBasedStatementProperty.Builder counting(int requests) {
        return RateBasedStatementProperty.builder()
                .limit(requests)
                .evaluationWindowSec(FIVE_MINUTES);
    }

    private RuleProperty refusing(String name, RateBasedStatementProperty statement) {
        var headers = new TreeMap<>(REFUSAL.headers());
        // The body says its own.
        headers.remove("content-type");
        var answer =
                CustomResponseProperty.builder()
                        .responseCode(REFUSAL.status())
                        .customResponseBodyKey(TOO_MANY)
                        .responseHeaders(
                                headers.entrySet().stream().map(FirewallRules::header).toList())
                        .build();
        return rule(name, StatementProperty.builder().rateBasedStatement(statement).build())
                .action(blocking(BlockActionProperty.builder().customResponse(answer).build()))
                .build();
    }

    private static CustomHTTPHeaderProperty header(Map.Entry<String, String> header) {
        return CustomHTTPHeaderProperty.builder()
                .name(header.getKey())
                .value(header.getValue())
                .build();
    }

    private static RuleActionProperty blocking(BlockActionProperty block) {
        return RuleActionProperty.builder().block(block).build();
    }

    private RuleProperty managed(String name, String group, List<String> counted) {
        var statement =
                ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(counted.stream().map(FirewallRules::count).toList())
                        .build();
        return rule(name, StatementProperty.builder().managedRuleGroupStatement(statement).build())
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .build();
    }

    private static RuleActionOverrideProperty count(String rule) {
        return RuleActionOverrideProperty.builder()
                .name(rule)
                .actionToUse(
                        RuleActionProperty.builder()
                                .count(CountActionProperty.builder().build())
                                .build())
                .build();
    }

    private RuleProperty.Builder rule(String name, StatementProperty statement) {
        return RuleProperty.builder()
                .name(name)
                .priority(rules++)
                .statement(statement)
                .visibilityConfig(visibility(name));
    }
}
