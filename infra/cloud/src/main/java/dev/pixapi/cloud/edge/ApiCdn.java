package dev.pixapi.cloud.edge;

import dev.pixapi.cloud.stage.Durations;
import dev.pixapi.cloud.stage.Stage;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CloudFront in front of the API (docs/adr/0018). It keeps nothing, and hands everything on. Where
 * a firewall stands behind it, it adds who called, and what proves that it was CloudFront who said
 * so.
 */
public final class ApiCdn extends Construct {
    static final String VIEWER_HEADER = "x-pixapi-viewer";
    static final String PROOF_HEADER = "x-pixapi-proof";

    /** Overwrites what a caller may have sent by that name. */
    private static final String NAME_THE_VIEWER =
            """
            function handler(event) {
              event.request.headers['%s'] = { value: event.viewer.ip };
              return event.request;
            }
            """
                    .formatted(VIEWER_HEADER);

    private final Optional<Stage.Domain> own;
    private final Optional<String> proof;
    private final Distribution distribution;

    public ApiCdn(Construct scope, Stage stage, RestApi api) {
        super(scope, "ApiCdn");
        this.own = stage.front().api();
        this.proof = stage.front().firewall().map(_ -> secret());
        this.distribution =
                Cdn.distribution(this, own)
                        .comment(stage.stackName() + ": API")
                        .defaultBehavior(behavior(stage, origin(stage, api)))
                        .build();
    }

    /** With a slash at its end. */
    public String url() {
        return Cdn.url(distribution, own) + "/";
    }

    public Optional<String> dnsTarget() {
        return own.map(_ -> distribution.getDistributionDomainName());
    }

    /** What {@link #PROOF_HEADER} has to say; a reference that AWS looks up when it deploys. */
    public Optional<String> proof() {
        return proof;
    }

    private BehaviorOptions behavior(Stage stage, HttpOrigin origin) {
        return BehaviorOptions.builder()
                .origin(origin)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                // No redirect: a key that was sent in the clear should fail where one sees it.
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                // All of it, the key and the query included; API Gateway goes by its own host name.
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .compress(false)
                .functionAssociations(proof.map(_ -> naming(stage)).stream().toList())
                .build();
    }

    private HttpOrigin origin(Stage stage, RestApi api) {
        var host = api.getRestApiId() + ".execute-api." + Aws.REGION + "." + Aws.URL_SUFFIX;
        return HttpOrigin.Builder.create(host)
                .originPath("/" + stage.name())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .readTimeout(Durations.of(stage.front().cdnWait()))
                .customHeaders(proof.map(value -> Map.of(PROOF_HEADER, value)).orElse(Map.of()))
                .build();
    }

    private FunctionAssociation naming(Stage stage) {
        return FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(
                        Function.Builder.create(this, "Viewer")
                                .functionName(Cdn.name(stage, "viewer"))
                                .runtime(FunctionRuntime.JS_2_0)
                                .code(FunctionCode.fromInline(NAME_THE_VIEWER))
                                .build())
                .build();
    }

    private String secret() {
        return Secret.Builder.create(this, "Proof")
                .generateSecretString(
                        SecretStringGenerator.builder()
                                .passwordLength(40)
                                .excludePunctuation(true)
                                .build())
                .build()
                .getSecretValue()
                .unsafeUnwrap();
    }
}
