package dev.pixapi.cloud.edge;

import dev.pixapi.cloud.stage.Durations;
import dev.pixapi.cloud.stage.FrontLimits;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigateway.DomainName;
import software.amazon.awscdk.services.apigateway.DomainNameOptions;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.ResponseTransferMode;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.SecurityPolicy;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The REST API (docs/adr/0002), its stage and its own name (docs/adr/0018). */
public final class Api extends Construct {
    /** API Gateway hands all else to a function as UTF-8 text, which breaks uploads. */
    private static final List<String> BINARY = List.of("multipart/form-data");

    private final Stage stage;
    private final RestApi api;
    private final Optional<DomainName> domain;

    public Api(Construct scope, String id, Stage stage) {
        super(scope, id);
        this.stage = stage;
        var own = ownName();
        this.api = rest(own.isPresent());
        this.domain = own.map(this::domain);
        GatewayResponses.add(api);
    }

    public RestApi rest() {
        return api;
    }

    /** With a slash at its end. */
    public String url() {
        return ownName().map(own -> "https://" + own.name() + "/").orElseGet(api::getUrl);
    }

    /** What the operator's DNS has to lead the API's own name to. */
    public Optional<String> dnsTarget() {
        return domain.map(DomainName::getDomainNameAliasDomainName);
    }

    /** What a firewall is put on. */
    public String stageArn() {
        return api.getDeploymentStage().getStageArn();
    }

    public void route(LambdaFunction function, Http http, IFunction made) {
        api.getRoot()
                .resourceForPath(http.path())
                .addMethod(http.method(), integration(function, http, made));
    }

    /** Where CloudFront stands in front, the name is CloudFront's. */
    private Optional<Stage.Domain> ownName() {
        return stage.front().api().filter(_ -> stage.front().cdn() != Stage.Cdn.ALL);
    }

    private RestApi rest(boolean hasName) {
        var builder =
                RestApi.Builder.create(this, "Rest")
                        .restApiName(stage.stackName())
                        .endpointTypes(List.of(EndpointType.REGIONAL))
                        .binaryMediaTypes(BINARY)
                        .deployOptions(options());
        if (hasName) {
            // One door: nobody comes to depend on a URL that a new API would change.
            builder.disableExecuteApiEndpoint(true);
        }
        if (stage.front().accessLogs() == Stage.AccessLogs.ON) {
            // The region's setting outlives this stack, as do the logs of other APIs that go by it.
            builder.cloudWatchRole(true).cloudWatchRoleRemovalPolicy(RemovalPolicy.RETAIN);
        }
        return builder.build();
    }

    private StageOptions options() {
        var options =
                StageOptions.builder()
                        .stageName(stage.name())
                        .throttlingRateLimit(stage.front().throttle().rate())
                        .throttlingBurstLimit(stage.front().throttle().burst())
                        .tracingEnabled(stage.compute().traced())
                        // Its own log would have prompts and keys in it.
                        .loggingLevel(MethodLoggingLevel.OFF)
                        .dataTraceEnabled(false)
                        // Paid by the method, and the functions' metrics tell the same.
                        .metricsEnabled(false);
        if (stage.front().accessLogs() != Stage.AccessLogs.OFF) {
            options.accessLogDestination(new LogGroupLogDestination(accessLogs()))
                    .accessLogFormat(AccessLog.format());
        }
        return options.build();
    }

    private LogGroup accessLogs() {
        return LogGroup.Builder.create(this, "AccessLogs")
                .retention(stage.kept().logs())
                .removalPolicy(stage.kept().removal())
                .build();
    }

    private DomainName domain(Stage.Domain own) {
        return api.addDomainName(
                "Domain",
                DomainNameOptions.builder()
                        .domainName(own.name())
                        .certificate(
                                Certificate.fromCertificateArn(
                                        this, "Certificate", own.certificate()))
                        .endpointType(EndpointType.REGIONAL)
                        .securityPolicy(SecurityPolicy.TLS_1_2)
                        .build());
    }

    private LambdaIntegration integration(LambdaFunction function, Http http, IFunction made) {
        var streams = stage.front().streaming() && http.transfer() == Transfer.STREAM;
        return LambdaIntegration.Builder.create(made)
                .responseTransferMode(
                        streams ? ResponseTransferMode.STREAM : ResponseTransferMode.BUFFERED)
                .timeout(Durations.of(timeout(function, streams)))
                // The console's test button is not worth a permission for each route.
                .allowTestInvoke(false)
                .build();
    }

    private static Duration timeout(LambdaFunction function, boolean streams) {
        var run = function.size().timeout();
        return streams || run.compareTo(FrontLimits.BUFFERED) < 0 ? run : FrontLimits.BUFFERED;
    }
}
