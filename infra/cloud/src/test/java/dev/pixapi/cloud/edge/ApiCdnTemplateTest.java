package dev.pixapi.cloud.edge;

import static dev.pixapi.cloud.TestingStack.ALL_BEHIND_CDN;
import static dev.pixapi.cloud.TestingStack.OF_KIND;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.TestingStack;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

class ApiCdnTemplateTest {
    private static final SynthesizedTemplate WITHOUT_FIREWALL =
            TestingStack.synthesize(Map.of("cdn", "all"));

    @ParameterizedTest
    @EnumSource
    void onlyAStageThatAsksForItHasTheApiBehindCloudFront(StageKind kind) {
        assertTrue(
                OF_KIND.get(kind).pieces().stream()
                        .noneMatch(piece -> piece.path().startsWith("ApiCdn")));
    }

    /** AWS's own policies: keep nothing; hand on all but the host, the key included. */
    @Test
    void everyCallIsHandedOnAndNoneIsKept() {
        var config = MediaCdnTemplateTest.config(ALL_BEHIND_CDN, "ApiCdn");
        var behavior = config.object("DefaultCacheBehavior");
        assertEquals("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", behavior.string("CachePolicyId"));
        assertEquals(
                "b689b0a8-53d0-40ab-baf2-68738e2966ac", behavior.string("OriginRequestPolicyId"));
        assertEquals(
                Set.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"),
                Set.copyOf(behavior.strings("AllowedMethods")));
        assertEquals(false, behavior.values().get("Compress"));
        assertFalse(config.has("CacheBehaviors"));
        assertFalse(config.has("CustomErrorResponses"));
        assertFalse(config.has("Logging"));
    }

    /** A redirect would hide from a caller that the key went out in the clear. */
    @Test
    void aKeyInTheClearIsRefused() {
        assertEquals(
                "https-only",
                MediaCdnTemplateTest.config(ALL_BEHIND_CDN, "ApiCdn")
                        .object("DefaultCacheBehavior")
                        .string("ViewerProtocolPolicy"));
    }

    @Test
    void theApisStageIsAskedByTlsForAsLongAsTheStageSays() {
        var origin = origin(ALL_BEHIND_CDN);
        assertEquals(
                "Api/Rest.execute-api.${AWS::Region}.${AWS::URLSuffix}",
                ALL_BEHIND_CDN.text(origin.values().get("DomainName")));
        assertEquals("/prod", origin.string("OriginPath"));
        assertEquals(
                Map.of(
                        "OriginProtocolPolicy",
                        "https-only",
                        "OriginSSLProtocols",
                        List.of("TLSv1.2"),
                        "OriginReadTimeout",
                        120),
                origin.object("CustomOriginConfig").values());
        assertEquals(
                60,
                origin(WITHOUT_FIREWALL).object("CustomOriginConfig").number("OriginReadTimeout"));
    }

    @Test
    void theApisOwnNameIsCloudFrontsAndItsOldOneServesCloudFront() {
        var config = MediaCdnTemplateTest.config(ALL_BEHIND_CDN, "ApiCdn");
        assertEquals(List.of("api.example.com"), config.strings("Aliases"));
        assertEquals(
                "TLSv1.2_2021",
                config.object("ViewerCertificate").string("MinimumProtocolVersion"));
        assertEquals("https://api.example.com/", ALL_BEHIND_CDN.output("ApiUrl"));
        assertEquals("ApiCdn/Distribution.DomainName", ALL_BEHIND_CDN.output("ApiDnsTarget"));
        assertEquals(List.of(), ALL_BEHIND_CDN.all("AWS::ApiGateway::DomainName"));
        assertFalse(
                ALL_BEHIND_CDN
                        .at("AWS::ApiGateway::RestApi", "Api/Rest")
                        .properties()
                        .has("DisableExecuteApiEndpoint"));
    }

    @Test
    void withoutANameTheUrlIsCloudFronts() {
        assertEquals("https://ApiCdn/Distribution.DomainName/", WITHOUT_FIREWALL.output("ApiUrl"));
    }

    /** Both are overwritten on the way, so that a caller can send neither. */
    @Test
    void aFirewallBehindIsToldWhoCalledAndThatCloudFrontSaysSo() {
        var headers = origin(ALL_BEHIND_CDN).objects("OriginCustomHeaders");
        assertEquals(1, headers.size());
        assertEquals(
                Map.of(
                        "HeaderName", "x-pixapi-proof",
                        "HeaderValue", "{{resolve:secretsmanager:ApiCdn/Proof:SecretString:::}}"),
                ALL_BEHIND_CDN.texts(headers.getFirst()));
        var secret = ALL_BEHIND_CDN.at("AWS::SecretsManager::Secret", "ApiCdn/Proof").properties();
        assertEquals(
                Map.of("PasswordLength", 40, "ExcludePunctuation", true),
                secret.object("GenerateSecretString").values());
        var naming =
                MediaCdnTemplateTest.config(ALL_BEHIND_CDN, "ApiCdn")
                        .object("DefaultCacheBehavior")
                        .objects("FunctionAssociations");
        assertEquals(1, naming.size());
        assertEquals(
                Map.of(
                        "EventType", "viewer-request",
                        "FunctionARN", "ApiCdn/Viewer.FunctionARN"),
                ALL_BEHIND_CDN.texts(naming.getFirst()));
        var function = ALL_BEHIND_CDN.at("AWS::CloudFront::Function", "ApiCdn/Viewer");
        assertTrue(
                function.properties()
                        .string("FunctionCode")
                        .contains("headers['x-pixapi-viewer'] = { value: event.viewer.ip }"));
        assertEquals(
                "pixapi-prod-viewer-${AWS::Region}",
                ALL_BEHIND_CDN.text(function.properties().values().get("Name")));
    }

    @Test
    void withoutAFirewallNothingIsAdded() {
        assertFalse(origin(WITHOUT_FIREWALL).has("OriginCustomHeaders"));
        assertEquals(List.of(), WITHOUT_FIREWALL.all("AWS::CloudFront::Function"));
        assertEquals(
                List.of("ProviderKeys"), WITHOUT_FIREWALL.names("AWS::SecretsManager::Secret"));
    }

    private static Fields origin(SynthesizedTemplate template) {
        return MediaCdnTemplateTest.config(template, "ApiCdn").objects("Origins").getFirst();
    }
}
