package dev.pixapi.cloud.edge;

import static dev.pixapi.cloud.TestingStack.ALL_BEHIND_CDN;
import static dev.pixapi.cloud.TestingStack.OF_KIND;
import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.MediaHeaders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class MediaCdnTemplateTest {
    private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

    /** AWS's own: keeps nothing, and takes neither headers, cookies nor queries into account. */
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    @ParameterizedTest
    @EnumSource(names = {"DEV", "PROD"})
    void cloudFrontReadsImagesAndNothingElseOfTheBucket(StageKind kind) {
        var template = OF_KIND.get(kind);
        var allowed =
                bucketPolicy(template).stream()
                        .filter(statement -> statement.string("Effect").equals("Allow"))
                        .toList();
        assertEquals(1, allowed.size());
        var reading = allowed.getFirst();
        assertEquals(
                Map.of("Service", "cloudfront.amazonaws.com"),
                reading.object("Principal").values());
        assertEquals(
                List.of("s3:GetObject"), template.texts(reading.values().get("Action")).toList());
        assertEquals(
                List.of("Buckets/Media.Arn/images/*"),
                template.texts(reading.values().get("Resource")).toList());
        assertEquals(
                Map.of(
                        "AWS:SourceArn",
                        "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}"
                                + ":distribution/MediaCdn/Distribution"),
                template.texts(reading.object("Condition").object("StringEquals")));
        assertEquals(1, reading.object("Condition").values().size());
    }

    @Test
    void cloudFrontSignsWhatItAsksTheBucketFor() {
        var origins = config(STANDARD, "MediaCdn").objects("Origins");
        assertEquals(1, origins.size());
        var origin = origins.getFirst();
        assertEquals(
                "Buckets/Media.RegionalDomainName",
                STANDARD.text(origin.values().get("DomainName")));
        assertEquals(
                "MediaCdn/AccessControl.Id",
                STANDARD.text(origin.values().get("OriginAccessControlId")));
        assertFalse(origin.has("OriginPath"));
        var signing =
                STANDARD.at("AWS::CloudFront::OriginAccessControl", "MediaCdn/AccessControl")
                        .properties()
                        .object("OriginAccessControlConfig");
        assertEquals(
                Map.of(
                        "Name", "pixapi-dev-media-${AWS::Region}",
                        "OriginAccessControlOriginType", "s3",
                        "SigningBehavior", "always",
                        "SigningProtocol", "sigv4"),
                STANDARD.texts(signing));
    }

    /** By the policy, not by Cache-Control: a deleted image must be gone whatever it says. */
    @Test
    void nothingIsKeptSoThatADeletedImageIsGone() {
        var config = config(STANDARD, "MediaCdn");
        var behavior = config.object("DefaultCacheBehavior");
        assertEquals(CACHING_DISABLED, behavior.string("CachePolicyId"));
        assertFalse(config.has("CacheBehaviors"));
        assertFalse(config.has("CustomErrorResponses"));
    }

    @Test
    void onlyReadingByTlsIsTakenAndNoQueryReachesTheBucket() {
        var behavior = config(STANDARD, "MediaCdn").object("DefaultCacheBehavior");
        assertEquals(List.of("GET", "HEAD"), behavior.strings("AllowedMethods"));
        assertEquals("redirect-to-https", behavior.string("ViewerProtocolPolicy"));
        assertFalse(behavior.has("OriginRequestPolicyId"));
        assertEquals(false, behavior.values().get("Compress"));
    }

    @Test
    void anImageHasTheHeadersOfTheLocalFrontDoorAndTlsForAYear() {
        assertEquals(
                "MediaCdn/Headers",
                STANDARD.text(
                        config(STANDARD, "MediaCdn")
                                .object("DefaultCacheBehavior")
                                .values()
                                .get("ResponseHeadersPolicyId")));
        var policy =
                STANDARD.at("AWS::CloudFront::ResponseHeadersPolicy", "MediaCdn/Headers")
                        .properties()
                        .object("ResponseHeadersPolicyConfig");
        var security = policy.object("SecurityHeadersConfig");
        var sent = new LinkedHashMap<String, String>();
        assertEquals(Map.of("Override", true), security.object("ContentTypeOptions").values());
        sent.put("x-content-type-options", "nosniff");
        sent.put(
                "content-security-policy",
                security.object("ContentSecurityPolicy").string("ContentSecurityPolicy"));
        for (var header : policy.object("CustomHeadersConfig").objects("Items")) {
            sent.put(header.string("Header").toLowerCase(Locale.ROOT), header.string("Value"));
        }
        assertEquals(MediaHeaders.all(), sent);
        assertEquals(
                Map.of(
                        "AccessControlMaxAgeSec", 31_536_000,
                        "IncludeSubdomains", false,
                        "Preload", false,
                        "Override", true),
                security.object("StrictTransportSecurity").values());
        assertEquals(3, security.values().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEV", "PROD"})
    void imagesComeByNewProtocolsFromTheCheapestEdgesWithoutALogOfTheirNames(StageKind kind) {
        var config = config(OF_KIND.get(kind), "MediaCdn");
        assertEquals("http2and3", config.string("HttpVersion"));
        assertEquals(true, config.values().get("IPV6Enabled"));
        assertEquals("PriceClass_100", config.string("PriceClass"));
        assertEquals(true, config.values().get("Enabled"));
        assertFalse(config.has("Logging"));
        assertFalse(config.has("Aliases"));
        assertFalse(config.has("ViewerCertificate"));
    }

    @Test
    void aNameOfTheOperatorsOwnComesWithItsCertificateAndTls12() {
        var config = config(ALL_BEHIND_CDN, "MediaCdn");
        assertEquals(List.of("images.example.com"), config.strings("Aliases"));
        assertEquals(
                Map.of(
                        "AcmCertificateArn",
                                "arn:aws:acm:us-east-1:111122223333:certificate/0a1b-2c3d",
                        "MinimumProtocolVersion", "TLSv1.2_2021",
                        "SslSupportMethod", "sni-only"),
                config.object("ViewerCertificate").values());
        assertEquals("https://images.example.com", ALL_BEHIND_CDN.output("MediaUrl"));
        assertEquals("MediaCdn/Distribution.DomainName", ALL_BEHIND_CDN.output("MediaDnsTarget"));
        assertEquals("https://MediaCdn/Distribution.DomainName", STANDARD.output("MediaUrl"));
    }

    @Test
    void aStageWithoutCdnOpensItsBucketToNobody() {
        for (var template : List.of(UNUSUAL, OF_KIND.get(StageKind.EMULATOR))) {
            assertEquals(
                    List.of("Deny"),
                    bucketPolicy(template).stream().map(s -> s.string("Effect")).toList());
            assertEquals(
                    List.of(),
                    template.pieces().stream()
                            .filter(piece -> piece.type().startsWith("AWS::CloudFront::"))
                            .toList());
        }
    }

    static Fields config(SynthesizedTemplate template, String cdn) {
        return template.at(DISTRIBUTION, cdn + "/Distribution")
                .properties()
                .object("DistributionConfig");
    }

    private static List<Fields> bucketPolicy(SynthesizedTemplate template) {
        return template.at("AWS::S3::BucketPolicy", "Buckets/Media/Policy")
                .properties()
                .object("PolicyDocument")
                .objects("Statement");
    }
}
