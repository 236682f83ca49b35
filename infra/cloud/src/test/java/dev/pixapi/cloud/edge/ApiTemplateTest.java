package dev.pixapi.cloud.edge;

import static dev.pixapi.cloud.TestingStack.OWN_NAME;
import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.SynthesizedTemplate.Piece;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Map;

class ApiTemplateTest {
    private static final String METHOD = "AWS::ApiGateway::Method";
    private static final String ROOT = "Api/Rest/Default";

    static final List<LambdaFunction> ENDPOINTS =
            Blueprint.FUNCTIONS.stream().filter(f -> f.route().isPresent()).toList();

    @Test
    void theTemplateHasTheBlueprintsRoutesAndNoOther() {
        assertEquals(
                ENDPOINTS.stream().map(ApiTemplateTest::path).sorted().toList(),
                STANDARD.all(METHOD).stream().map(Piece::path).sorted().toList());
    }

    @ParameterizedTest
    @FieldSource("ENDPOINTS")
    void aRouteIsAnsweredByItsFunction(LambdaFunction function) {
        var integration = integration(STANDARD, function);
        assertEquals("AWS_PROXY", integration.string("Type"));
        assertTrue(
                uri(STANDARD, integration)
                        .contains("/functions/Functions/" + function.name() + "Live/"));
        var method = STANDARD.at(METHOD, path(function)).properties();
        assertEquals("NONE", method.string("AuthorizationType"));
        assertEquals(http(function).method(), method.string("HttpMethod"));
    }

    @ParameterizedTest
    @FieldSource("ENDPOINTS")
    void aFunctionLetsTheRouteAndNobodyElseOfApiGatewayIn(LambdaFunction function) {
        var arn = "Functions/" + function.name() + "Live";
        var permission =
                SynthesizedTemplate.one(
                        STANDARD.all("AWS::Lambda::Permission"),
                        p ->
                                arn.equals(
                                        STANDARD.text(
                                                p.properties().values().get("FunctionName"))));
        assertEquals("apigateway.amazonaws.com", permission.properties().string("Principal"));
        var source = STANDARD.text(permission.properties().values().get("SourceArn"));
        var route = http(function).path().replaceAll("\\{[^}]*}", "*");
        assertTrue(source.endsWith("/" + http(function).method() + route), source);
    }

    @ParameterizedTest
    @FieldSource("ENDPOINTS")
    void aStreamedRouteHasTheFunctionsTimeAndABufferedOneAtMost29Seconds(LambdaFunction function) {
        var integration = integration(STANDARD, function);
        var streams = http(function).transfer() == Transfer.STREAM;
        assertEquals(streams ? "STREAM" : "BUFFERED", integration.string("ResponseTransferMode"));
        assertTrue(
                uri(STANDARD, integration)
                        .endsWith(streams ? "/response-streaming-invocations" : "/invocations"));
        assertEquals(function.size().timeout().toMillis(), integration.number("TimeoutInMillis"));
        assertTrue(streams || integration.number("TimeoutInMillis") <= 29_000);
    }

    @ParameterizedTest
    @FieldSource("ENDPOINTS")
    void aStageWithoutStreamingBuffersEveryRoute(LambdaFunction function) {
        var integration = integration(UNUSUAL, function);
        assertEquals("BUFFERED", integration.string("ResponseTransferMode"));
        assertTrue(uri(UNUSUAL, integration).endsWith("/invocations"));
        assertTrue(integration.number("TimeoutInMillis") <= 29_000);
    }

    @Test
    void uploadsReachAFunctionAsBytes() {
        var api = STANDARD.at("AWS::ApiGateway::RestApi", "Api/Rest").properties();
        assertEquals(List.of("multipart/form-data"), api.strings("BinaryMediaTypes"));
        assertEquals(List.of("REGIONAL"), api.object("EndpointConfiguration").strings("Types"));
    }

    @Test
    void theUrlOfTheApiIsAnOutput() {
        var url = Fields.of(STANDARD.json()).object("Outputs").object("ApiUrl");
        assertEquals(
                "https://Api/Rest.execute-api.${AWS::Region}.${AWS::URLSuffix}"
                        + "/Api/Rest/DeploymentStage.dev/",
                STANDARD.text(url.values().get("Value")));
    }

    @Test
    void aNameOfTheOperatorsOwnIsTheOnlyWayToTheApi() {
        assertEquals(
                Map.of(
                        "DomainName", "api.example.com",
                        "EndpointConfiguration", Map.of("Types", List.of("REGIONAL")),
                        "RegionalCertificateArn",
                                "arn:aws:acm:us-east-1:111122223333:certificate/0a1b-2c3d",
                        "SecurityPolicy", "TLS_1_2"),
                OWN_NAME.at("AWS::ApiGateway::DomainName", "Api/Rest/Domain")
                        .properties()
                        .values());
        var mapping = OWN_NAME.all("AWS::ApiGateway::BasePathMapping").getFirst();
        assertEquals(
                Map.of(
                        "DomainName", "Api/Rest/Domain",
                        "RestApiId", "Api/Rest",
                        "Stage", "Api/Rest/DeploymentStage.dev"),
                OWN_NAME.texts(mapping.properties()));
        var api = OWN_NAME.at("AWS::ApiGateway::RestApi", "Api/Rest").properties();
        assertEquals(true, api.values().get("DisableExecuteApiEndpoint"));
        assertEquals("https://api.example.com/", OWN_NAME.output("ApiUrl"));
        assertEquals("Api/Rest/Domain.RegionalDomainName", OWN_NAME.output("ApiDnsTarget"));
        assertFalse(
                STANDARD.at("AWS::ApiGateway::RestApi", "Api/Rest")
                        .properties()
                        .has("DisableExecuteApiEndpoint"));
    }

    @Test
    void theGatewayNeitherCompressesNorForbidsItsOwnUrl() {
        var api = STANDARD.at("AWS::ApiGateway::RestApi", "Api/Rest").properties();
        assertFalse(api.has("MinimumCompressionSize"));
        assertFalse(api.has("Policy"));
    }

    private static Fields integration(SynthesizedTemplate template, LambdaFunction function) {
        return template.at(METHOD, path(function)).properties().object("Integration");
    }

    private static String uri(SynthesizedTemplate template, Fields integration) {
        return template.text(integration.values().get("Uri"));
    }

    private static String path(LambdaFunction function) {
        return ROOT + http(function).path() + "/" + http(function).method();
    }

    private static Http http(LambdaFunction function) {
        return function.route().orElseThrow();
    }
}
