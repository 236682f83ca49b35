package dev.pixapi.cloud.edge;

import dev.pixapi.cloud.stage.Stage;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.constructs.Construct;

import java.util.List;
import java.util.Optional;

/** What the CloudFront distributions of a stage have in common. */
public final class Cdn {
    private Cdn() {}

    /**
     * Without access logs, which would be lists of names that are rights to read. Callers far from
     * America and Europe are served from there: nothing is cached, so nearer edges would only cost
     * more.
     */
    static Distribution.Builder distribution(Construct scope, Optional<Stage.Domain> own) {
        var builder =
                Distribution.Builder.create(scope, "Distribution")
                        .httpVersion(HttpVersion.HTTP2_AND_3)
                        .enableIpv6(true)
                        .priceClass(PriceClass.PRICE_CLASS_100);
        // CloudFront's own name comes with CloudFront's own choice of TLS versions.
        own.ifPresent(
                domain ->
                        builder.domainNames(List.of(domain.name()))
                                .certificate(
                                        Certificate.fromCertificateArn(
                                                scope, "Certificate", domain.certificate()))
                                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021));
        return builder;
    }

    /** Without a slash at its end. */
    static String url(IDistribution distribution, Optional<Stage.Domain> own) {
        return "https://"
                + own.map(Stage.Domain::name).orElseGet(distribution::getDistributionDomainName);
    }

    /**
     * CloudFront has no region and names these by hand, so that stages and regions of one account
     * do not take each other's.
     */
    static String name(Stage stage, String what) {
        return stage.stackName() + "-" + what + "-" + Aws.REGION;
    }
}
