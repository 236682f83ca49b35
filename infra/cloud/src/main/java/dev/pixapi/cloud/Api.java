package dev.pixapi.cloud;

import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.ResponseTransferMode;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

import java.time.Duration;
import java.util.List;

/** The REST API (docs/adr/0002). */
final class Api extends Construct {
    /** API Gateway hands all else to a function as UTF-8 text, which breaks uploads. */
    private static final List<String> BINARY = List.of("multipart/form-data");

    private final Stage stage;
    private final RestApi api;

    Api(Construct scope, String id, Stage stage) {
        super(scope, id);
        this.stage = stage;
        this.api =
                RestApi.Builder.create(this, "Rest")
                        .restApiName(stage.stackName())
                        .endpointTypes(List.of(EndpointType.REGIONAL))
                        .binaryMediaTypes(BINARY)
                        .deployOptions(StageOptions.builder().stageName(stage.name()).build())
                        .build();
        GatewayResponses.add(api);
    }

    RestApi rest() {
        return api;
    }

    void route(LambdaFunction function, Http http, IFunction made) {
        api.getRoot()
                .resourceForPath(http.path())
                .addMethod(http.method(), integration(function, http, made));
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
        return streams || run.compareTo(Limits.BUFFERED) < 0 ? run : Limits.BUFFERED;
    }
}
