package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Access.Right;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every right of the blueprint is used in some flow of its function; one that is not is one too
 * many. That the rights suffice is shown by all other tests, whose functions have no others.
 */
class UsedRightsTest {
    static final List<LambdaFunction> FUNCTIONS = Blueprint.FUNCTIONS;

    private static final Map<String, Set<Right>> USED = new HashMap<>();

    @BeforeAll
    static void runAllFlows() {
        try (var system = FlowSystem.start("PIXAPI_STREAMING", "off")) {
            new EverydayFlows(system).run();
            new FileFlows(system).run();
            new LargeAnswerFlows(system).run();
            new OperatorFlows(system).run();
            new GrantFlows(system).run();
            new AuditFlows(system).run();
            new ShardFlows(system).run();
            note(system);
        }
        try (var system = FlowSystem.start("PIXAPI_MEDIA_URL", "")) {
            showSignedUrls(system);
            note(system);
        }
        try (var system =
                FlowSystem.start(
                        "PIXAPI_PROVIDER_TIMEOUT_SECONDS",
                        "1",
                        "PIXAPI_DEADLINE_SECONDS",
                        "1.5",
                        "PIXAPI_RESEND_SECONDS",
                        "0.1")) {
            new LossFlows(system).run();
            note(system);
        }
        try (var system =
                FlowSystem.start(
                        "PIXAPI_LEASE_SECONDS", "0.4",
                        "PIXAPI_HEARTBEAT_SECONDS", "0.2",
                        "PIXAPI_RESEND_SECONDS", "0.1")) {
            new LateRunnerFlows(system).run();
            note(system);
        }
    }

    /** Where no front serves images, whoever shows one signs its URL. */
    private static void showSignedUrls(FlowSystem system) {
        var path = "/v1/async/images/generations";
        var submitted = system.post(202, path, order("signed"), "Idempotency-Key", "signed");
        system.ended(submitted, "completed");
        system.post(202, path, order("signed"), "Idempotency-Key", "signed");
    }

    private static void note(FlowSystem system) {
        for (var function : FUNCTIONS) {
            USED.computeIfAbsent(function.name(), _ -> new HashSet<>())
                    .addAll(system.used(function));
        }
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aFunctionUsesEachOfItsRights(LambdaFunction function) {
        var granted = function.access().stream().flatMap(Access::rights);
        assertEquals(texts(granted), texts(USED.get(function.name()).stream()));
    }

    private static Set<String> texts(Stream<Right> rights) {
        return rights.map(Right::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
