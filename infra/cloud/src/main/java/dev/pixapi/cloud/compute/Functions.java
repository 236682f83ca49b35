package dev.pixapi.cloud.compute;

import dev.pixapi.cloud.stage.Durations;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.cloud.state.State;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.Version;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blueprint's functions out of one jar, each with a role and a log group of its own. Their
 * construct ids are their names, by which {@code sam local invoke} knows them.
 */
public final class Functions extends Construct {
    private static final String LIVE = "live";

    private final Map<String, Alias> made = new LinkedHashMap<>();
    private final Stage stage;
    private final State state;

    public Functions(Construct scope, Stage stage, State state, Code code) {
        super(scope, "Functions");
        this.stage = stage;
        this.state = state;
        Blueprint.FUNCTIONS.stream()
                .map(Limits::checked)
                .forEach(function -> made.put(function.name(), live(function, code)));
    }

    /** What calls it: the alias of its newest version. */
    public Alias of(LambdaFunction function) {
        return made.get(function.name());
    }

    /** Snapshots are of versions, so callers go through an alias; a rollback moves it. */
    private Alias live(LambdaFunction function, Code code) {
        return Alias.Builder.create(this, function.name() + "Live")
                .aliasName(LIVE)
                .version(published(named(function(function, code))))
                .build();
    }

    /** {@code sam} finds names by itself only in constructs that stand in the stack directly. */
    private static Function named(Function function) {
        var node = function.getNode();
        ((CfnResource) node.getDefaultChild()).addMetadata("SamResourceId", node.getId());
        return function;
    }

    /** CDK warns of snapshots without versions, whether there is one or not. */
    private static Version published(Function function) {
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish", "the alias's version is");
        return function.getCurrentVersion();
    }

    private Function function(LambdaFunction function, Code code) {
        var logs = logs(function);
        var role = role(function);
        logs.grantWrite(role);
        function.access().forEach(access -> state.grant(role, access));
        if (function.callsProviders()) {
            stage.compute().bedrock().ifPresent(region -> BedrockModels.grant(this, role, region));
        }
        return kept(snapped(Function.Builder.create(this, function.name())))
                .runtime(Runtime.JAVA_25)
                .architecture(stage.compute().processor().architecture())
                .code(code)
                .handler(function.handler().getName())
                .memorySize(function.size().memoryMb())
                .timeout(Durations.of(function.size().timeout()))
                .environment(environment(function))
                .role(role)
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                .tracing(stage.compute().traced() ? Tracing.ACTIVE : Tracing.DISABLED)
                .build();
    }

    /**
     * CDK deletes the version before as soon as a deployment ends, and none is left to go back to.
     */
    private Function.Builder kept(Function.Builder builder) {
        return stage.kept().isProtected()
                ? builder.currentVersionOptions(
                        VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build())
                : builder;
    }

    private Function.Builder snapped(Function.Builder builder) {
        return stage.compute().snapStart()
                ? builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                : builder;
    }

    /** Without AWS's basic execution policy, which could write every log group of the account. */
    private Role role(LambdaFunction function) {
        return Role.Builder.create(this, function.name() + "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
    }

    private LogGroup logs(LambdaFunction function) {
        return LogGroup.Builder.create(this, function.name() + "Logs")
                .retention(stage.kept().logs())
                .removalPolicy(stage.kept().removal())
                .build();
    }

    /** A function knows the names of what it may touch, and no others. */
    private Map<String, String> environment(LambdaFunction function) {
        var variables = new LinkedHashMap<String, String>();
        for (var access : function.access()) {
            variables.putAll(state.environment(access.resource()));
            stage.compute()
                    .endpoint()
                    .ifPresent(url -> variables.put(access.resource().endpointVariable(), url));
        }
        stage.settings().forEach((setting, value) -> variables.put(setting.name(), value));
        return variables;
    }
}
