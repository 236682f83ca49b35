package dev.pixapi.cloud.edge;

import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CustomResponseBodyProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WAF on the API's stage, so that no way in goes around it (docs/adr/0018). What it refuses is
 * answered as {@link GatewayResponses} says, but for a caller who is too fast.
 */
public final class Firewall extends Construct {
    /**
     * @param most requests of one address in five minutes
     * @param proof what a request by way of CloudFront carries; empty where callers come directly
     */
    public Firewall(Construct scope, int most, String stageArn, Optional<String> proof) {
        super(scope, "Firewall");
        var rules = new FirewallRules();
        var acl =
                CfnWebACL.Builder.create(this, "Acl")
                        .scope("REGIONAL")
                        .defaultAction(
                                DefaultActionProperty.builder()
                                        .allow(AllowActionProperty.builder().build())
                                        .build())
                        .visibilityConfig(FirewallRules.visibility("Firewall"))
                        .customResponseBodies(Map.of(FirewallRules.TOO_MANY, tooMany()))
                        .rules(rules(rules, most, proof))
                        .build();
        CfnWebACLAssociation.Builder.create(this, "OnTheApi")
                .resourceArn(stageArn)
                .webAclArn(acl.getAttrArn())
                .build();
    }

    /** Behind CloudFront every caller has CloudFront's address, whose reputation says nothing. */
    private static List<RuleProperty> rules(FirewallRules rules, int most, Optional<String> proof) {
        return proof.map(
                        value ->
                                List.of(
                                        rules.onlyWith(value),
                                        rules.knownAttacks(),
                                        rules.atMostBehindCdn(most)))
                .orElseGet(
                        () ->
                                List.of(
                                        rules.badAddresses(),
                                        rules.knownAttacks(),
                                        rules.atMost(most)));
    }

    private static CustomResponseBodyProperty tooMany() {
        return CustomResponseBodyProperty.builder()
                .contentType("APPLICATION_JSON")
                .content(new String(FirewallRules.REFUSAL.body(), StandardCharsets.UTF_8))
                .build();
    }
}
