package dev.pixapi.cloud.edge;

import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.lambda.blueprint.MediaHeaders;
import dev.pixapi.media.MediaFolder;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProps;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.S3OriginAccessControl;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudFront in front of the images, and of nothing else in their bucket (docs/adr/0018). */
public final class MediaCdn extends Construct {
    private static final Duration A_YEAR = Duration.days(365);

    private final Optional<Stage.Domain> own;
    private final Distribution distribution;

    public MediaCdn(Construct scope, Stage stage, IBucket bucket) {
        super(scope, "MediaCdn");
        this.own = stage.front().media();
        this.distribution =
                Cdn.distribution(this, own)
                        .comment(stage.stackName() + ": images")
                        .defaultBehavior(behavior(stage, bucket))
                        .build();
        bucket.addToResourcePolicy(reading(bucket));
    }

    /** What stands before an image's name. */
    public String url() {
        return Cdn.url(distribution, own);
    }

    /** What the operator's DNS has to lead the images' own name to. */
    public Optional<String> dnsTarget() {
        return own.map(_ -> distribution.getDistributionDomainName());
    }

    /**
     * A deleted image is gone at once, so nothing is cached, whatever a later hand writes into
     * Cache-Control. Neither query nor cookies go to S3; ranges and conditions do by themselves.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html">headers
     *     that CloudFront forwards</a>
     */
    private BehaviorOptions behavior(Stage stage, IBucket bucket) {
        return BehaviorOptions.builder()
                .origin(origin(stage, bucket))
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .compress(false)
                .responseHeadersPolicy(headers(stage))
                .build();
    }

    /** Not CDK's origin with access control: that one opens the whole bucket to CloudFront. */
    private IOrigin origin(Stage stage, IBucket bucket) {
        var signing =
                S3OriginAccessControl.Builder.create(this, "AccessControl")
                        .originAccessControlName(Cdn.name(stage, "media"))
                        .build();
        return S3BucketOrigin.withBucketDefaults(
                bucket,
                OriginProps.builder()
                        .originAccessControlId(signing.getOriginAccessControlId())
                        .build());
    }

    /** Without a right to list: an image that is not there answers 403, as does all else. */
    private PolicyStatement reading(IBucket bucket) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
                .actions(List.of("s3:GetObject"))
                .resources(List.of(bucket.arnForObjects(MediaFolder.IMAGES.prefix() + "*")))
                .conditions(
                        Map.of(
                                "StringEquals",
                                Map.of("AWS:SourceArn", distribution.getDistributionArn())))
                .build();
    }

    private ResponseHeadersPolicy headers(Stage stage) {
        return ResponseHeadersPolicy.Builder.create(this, "Headers")
                .responseHeadersPolicyName(Cdn.name(stage, "media"))
                .securityHeadersBehavior(
                        ResponseSecurityHeadersBehavior.builder()
                                .contentTypeOptions(nosniff())
                                .contentSecurityPolicy(contentSecurity())
                                .strictTransportSecurity(strictTransport())
                                .build())
                .customHeadersBehavior(
                        ResponseCustomHeadersBehavior.builder()
                                .customHeaders(List.of(resourcePolicy()))
                                .build())
                .build();
    }

    private static ResponseHeadersContentTypeOptions nosniff() {
        return ResponseHeadersContentTypeOptions.builder().override(true).build();
    }

    private static ResponseHeadersContentSecurityPolicy contentSecurity() {
        return ResponseHeadersContentSecurityPolicy.builder()
                .contentSecurityPolicy(MediaHeaders.CONTENT_SECURITY_POLICY)
                .override(true)
                .build();
    }

    /** For this host alone; what else the operator has below the name is not ours to decide. */
    private static ResponseHeadersStrictTransportSecurity strictTransport() {
        return ResponseHeadersStrictTransportSecurity.builder()
                .accessControlMaxAge(A_YEAR)
                .includeSubdomains(false)
                .preload(false)
                .override(true)
                .build();
    }

    private static ResponseCustomHeader resourcePolicy() {
        return ResponseCustomHeader.builder()
                .header("cross-origin-resource-policy")
                .value(MediaHeaders.RESOURCE_POLICY)
                .override(true)
                .build();
    }
}
