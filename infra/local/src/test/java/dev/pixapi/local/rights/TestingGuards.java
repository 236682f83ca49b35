package dev.pixapi.local.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.lambda.blueprint.Access.Right;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.function.Executable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.util.Set;
import java.util.stream.Collectors;

/** The clients of single functions, on a system whose own functions keep to their rights. */
record TestingGuards(TestingSystem system, Guards guards) {
    TestingGuards(TestingSystem system) {
        this(system, new Guards());
    }

    AwsClients as(String name) {
        var all = LocalSystem.clients(system.system().servers());
        return guards.guarded(function(name), system.system().resources().names(), all);
    }

    Set<String> used(String name) {
        return guards.used(function(name)).stream()
                .map(Right::toString)
                .collect(Collectors.toSet());
    }

    Set<String> refused() {
        return guards.refused();
    }

    String name(Resource resource) {
        return system.system().resources().nameOf(resource);
    }

    static AwsServiceException assertRefused(int status, String code, Executable call) {
        var refusal = assertThrows(AwsServiceException.class, call);
        assertEquals(status, refusal.statusCode());
        assertEquals(code, refusal.awsErrorDetails().errorCode());
        return refusal;
    }

    static LambdaFunction function(String name) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
