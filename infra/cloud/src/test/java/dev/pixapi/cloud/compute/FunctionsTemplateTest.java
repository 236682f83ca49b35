package dev.pixapi.cloud.compute;

import static dev.pixapi.cloud.TestingStack.OF_KIND;
import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.RolePermissions;
import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.SynthesizedTemplate.Piece;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.lambda.wiring.Environment;
import dev.pixapi.lambda.wiring.Pixapi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

class FunctionsTemplateTest {
    private static final String FUNCTION = "AWS::Lambda::Function";

    static final List<LambdaFunction> FUNCTIONS = Blueprint.FUNCTIONS;

    @Test
    void theTemplateHasTheBlueprintsFunctionsAndNoOther() {
        assertEquals(
                Blueprint.FUNCTIONS.stream().map(LambdaFunction::name).sorted().toList(),
                STANDARD.names(FUNCTION).stream().sorted().toList());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aFunctionRunsItsHandlerWithItsSize(LambdaFunction function) {
        var made = made(function).properties();
        assertEquals(function.handler().getName(), made.string("Handler"));
        assertEquals(function.size().memoryMb(), made.number("MemorySize"));
        assertEquals(function.size().timeout().toSeconds(), made.number("Timeout"));
        assertEquals("java25", made.string("Runtime"));
        assertEquals(List.of("arm64"), made.strings("Architectures"));
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void lambdaCanMakeTheHandlerThatTheTemplateNames(LambdaFunction function) throws Exception {
        var handler = Class.forName(made(function).properties().string("Handler"));
        assertTrue(Modifier.isPublic(handler.getModifiers()));
        assertTrue(Modifier.isPublic(handler.getConstructor().getModifiers()));
    }

    /** A use case that needs a resource which the function was not given fails here, not on AWS. */
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aHandlerCanBeMadeOfTheVariablesThatItIsGiven(LambdaFunction function) {
        var variables = new HashMap<>(variables(STANDARD, function));
        variables.put("AWS_REGION", "us-east-1");
        // Reading the secret is a call; all else is not called before there is a request.
        Blueprint.SECRETS.forEach(secret -> variables.remove(secret.environmentVariable()));
        var pixapi =
                new Pixapi(
                        new Environment(variables),
                        AwsClients.onAws(new Environment(variables)),
                        Clock.systemUTC(),
                        new Random(1));
        assertEquals(function.handler(), function.create().apply(pixapi).getClass());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aFunctionKnowsTheNamesOfWhatItMayTouchAndNothingElse(LambdaFunction function) {
        var expected = new LinkedHashMap<String, String>();
        for (var access : function.access()) {
            var resource = access.resource();
            expected.put(resource.environmentVariable(), path(resource));
        }
        if (expected.containsValue("Buckets/Media")) {
            expected.put("PIXAPI_MEDIA_URL", "https://MediaCdn/Distribution.DomainName");
        }
        assertEquals(expected, variables(STANDARD, function));
    }

    /** With an address, they would give out URLs that nothing serves. */
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aStageWithoutCdnLetsItsFunctionsSignUrls(LambdaFunction function) {
        assertFalse(variables(UNUSUAL, function).containsKey("PIXAPI_MEDIA_URL"));
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void onAnEmulatorAFunctionIsToldWhereTheServicesAreThatItUses(LambdaFunction function) {
        var told = new TreeSet<>(variables(OF_KIND.get(StageKind.EMULATOR), function).keySet());
        told.removeIf(name -> !name.startsWith("AWS_"));
        var used = new TreeSet<String>();
        function.access().forEach(access -> used.add(access.resource().endpointVariable()));
        assertEquals(used, told);
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void samFindsAFunctionByItsName(LambdaFunction function) {
        var metadata = made(function).whole().object("Metadata");
        assertEquals(function.name(), metadata.string("SamResourceId"));
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aRoleMayDoExactlyWhatTheBlueprintAllows(LambdaFunction function) {
        var role = "Functions/" + function.name() + "Role";
        assertEquals(
                role + ".Arn", STANDARD.text(made(function).properties().values().get("Role")));
        assertEquals(
                new ExpectedPermissions(function, false).all(),
                RolePermissions.of(STANDARD, role).all());
    }

    /** Of a stage with Bedrock: who runs tasks may ask the catalogue's models, and nobody else. */
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void whereAStageHasBedrockWhoeverRunsTasksMayAskItsModelsInItsRegion(LambdaFunction function) {
        var expected = new TreeSet<>(new ExpectedPermissions(function, true).all());
        if (List.of("Generate", "Edit", "Worker").contains(function.name())) {
            for (var model :
                    List.of(
                            "stability.sd3-5-large-v1:0",
                            "stability.stable-image-core-v1:1",
                            "stability.stable-image-ultra-v1:1")) {
                expected.add(
                        "bedrock:InvokeModel on"
                                + " arn:${AWS::Partition}:bedrock:us-west-2::foundation-model/"
                                + model);
            }
        }
        var role = "Functions/" + function.name() + "Role";
        assertEquals(expected, RolePermissions.of(UNUSUAL, role).all());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aRoleIsLambdasAloneAndHasNoPolicyOfAws(LambdaFunction function) {
        var role = STANDARD.at("AWS::IAM::Role", "Functions/" + function.name() + "Role");
        assertFalse(role.properties().has("ManagedPolicyArns"));
        assertFalse(role.properties().has("Policies"));
        var trust = role.properties().object("AssumeRolePolicyDocument").objects("Statement");
        assertEquals(1, trust.size());
        assertEquals(
                Map.of("Service", "lambda.amazonaws.com"),
                trust.getFirst().object("Principal").values());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aFunctionLogsJsonIntoAGroupOfItsOwnThatIsKeptAsLongAsTheStageSays(
            LambdaFunction function) {
        var group = "Functions/" + function.name() + "Logs";
        assertEquals(
                Map.of("LogFormat", "JSON", "LogGroup", group),
                STANDARD.texts(made(function).properties().object("LoggingConfig")));
        var logs = STANDARD.at("AWS::Logs::LogGroup", group);
        assertEquals(Map.of("RetentionInDays", 14), logs.properties().values());
        var longer = UNUSUAL.at("AWS::Logs::LogGroup", group);
        assertEquals(Map.of("RetentionInDays", 365), longer.properties().values());
    }

    /** A snapshot is made of a version, and callers come through the alias. */
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void theAliasLiveNamesAVersionThatStartsFromASnapshot(LambdaFunction function) {
        var alias = "Functions/" + function.name() + "Live";
        var live = STANDARD.texts(STANDARD.at("AWS::Lambda::Alias", alias).properties());
        assertEquals("live", live.get("Name"));
        assertEquals(
                "Functions/" + function.name() + "/CurrentVersion.Version",
                live.get("FunctionVersion"));
        assertEquals(
                Map.of("ApplyOn", "PublishedVersions"),
                made(function).properties().object("SnapStart").values());
        assertFalse(
                UNUSUAL.at(FUNCTION, "Functions/" + function.name()).properties().has("SnapStart"));
    }

    /** The runbook moves the alias to one. Elsewhere they would only fill Lambda's storage. */
    @Test
    void aProtectedStageKeepsVersionsToGoBackTo() {
        var version = "AWS::Lambda::Version";
        for (var kept : OF_KIND.get(StageKind.PROD).all(version)) {
            assertEquals("Retain", kept.whole().string("DeletionPolicy"), kept.name());
        }
        for (var left : STANDARD.all(version)) {
            assertFalse(left.whole().has("DeletionPolicy"), left.name());
        }
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void xRayTracesWhereTheStageWantsIt(LambdaFunction function) {
        var path = "Functions/" + function.name();
        for (var traced : List.of(UNUSUAL, OF_KIND.get(StageKind.PROD))) {
            var config = traced.at(FUNCTION, path).properties().object("TracingConfig");
            assertEquals("Active", config.string("Mode"));
        }
        assertFalse(made(function).properties().has("TracingConfig"));
    }

    @Test
    void samFindsTheJarOfEveryFunction() {
        for (var function : STANDARD.all(FUNCTION)) {
            var metadata = function.whole().object("Metadata");
            assertEquals("Code", metadata.string("aws:asset:property"), function.path());
            assertTrue(metadata.has("aws:asset:path"), function.path());
        }
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aStageWithoutStreamingTellsItsFunctions(LambdaFunction function) {
        assertEquals("off", variables(UNUSUAL, function).get(Setting.PIXAPI_STREAMING.name()));
    }

    @Test
    void aStageCanHaveX86Processors() {
        for (var function : UNUSUAL.all(FUNCTION)) {
            assertEquals(List.of("x86_64"), function.properties().strings("Architectures"));
        }
    }

    private static Piece made(LambdaFunction function) {
        return STANDARD.at(FUNCTION, "Functions/" + function.name());
    }

    private static Map<String, String> variables(
            SynthesizedTemplate template, LambdaFunction function) {
        var properties = template.at(FUNCTION, "Functions/" + function.name()).properties();
        return properties.has("Environment")
                ? template.texts(properties.object("Environment").object("Variables"))
                : Map.of();
    }

    private static String path(Resource resource) {
        return resource.getClass().getSimpleName() + "s/" + resource.name();
    }
}
