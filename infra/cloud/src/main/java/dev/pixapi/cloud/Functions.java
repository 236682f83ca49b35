package dev.pixapi.cloud;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;

import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blueprint's functions out of one jar, each with a role and a log group of its own. Their
 * construct ids are their names, by which {@code sam local invoke} knows them.
 */
final class Functions extends Construct {
    /** Long enough to look into last month's bill. */
    private static final RetentionDays LOGS_KEPT = RetentionDays.TWO_MONTHS;

    private final Map<String, Function> made = new LinkedHashMap<>();
    private final Stage stage;
    private final State state;

    Functions(Construct scope, Stage stage, State state, Code code) {
        super(scope, "Functions");
        this.stage = stage;
        this.state = state;
        Blueprint.FUNCTIONS.stream()
                .map(Limits::checked)
                .forEach(function -> made.put(function.name(), function(function, code)));
    }

    Function of(LambdaFunction function) {
        return made.get(function.name());
    }

    private Function function(LambdaFunction function, Code code) {
        var logs = logs(function);
        var role = role(function);
        logs.grantWrite(role);
        function.access().forEach(access -> state.grant(role, access));
        if (function.callsProviders()) {
            stage.bedrock().ifPresent(region -> BedrockModels.grant(this, role, region));
        }
        return Function.Builder.create(this, function.name())
                .runtime(Runtime.JAVA_25)
                .architecture(stage.processor().architecture())
                .code(code)
                .handler(function.handler().getName())
                .memorySize(function.size().memoryMb())
                .timeout(Durations.of(function.size().timeout()))
                .environment(environment(function))
                .role(role)
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                .build();
    }

    /** Without AWS's basic execution policy, which could write every log group of the account. */
    private Role role(LambdaFunction function) {
        return Role.Builder.create(this, function.name() + "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
    }

    private LogGroup logs(LambdaFunction function) {
        return LogGroup.Builder.create(this, function.name() + "Logs")
                .retention(LOGS_KEPT)
                .removalPolicy(stage.removal())
                .build();
    }

    /** A function knows the names of what it may touch, and no others. */
    private Map<String, String> environment(LambdaFunction function) {
        var variables = new LinkedHashMap<String, String>();
        for (var access : function.access()) {
            var resource = access.resource();
            variables.put(resource.environmentVariable(), state.physicalName(resource));
        }
        stage.settings().forEach((setting, value) -> variables.put(setting.name(), value));
        return variables;
    }
}
