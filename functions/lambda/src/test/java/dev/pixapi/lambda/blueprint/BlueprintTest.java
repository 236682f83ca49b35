package dev.pixapi.lambda.blueprint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold of every row, so that CDK, the local run and an operator can rely on it. */
class BlueprintTest {
    private static final List<LambdaFunction> FUNCTIONS = Blueprint.FUNCTIONS;
    private static final Duration BUFFERED_LIMIT = Duration.ofSeconds(29);
    private static final Duration LAMBDA_LIMIT = Duration.ofMinutes(15);

    private static final List<Resource> RESOURCES =
            Stream.<Collection<? extends Resource>>of(
                            Blueprint.TABLES,
                            Blueprint.QUEUES,
                            Blueprint.BUCKETS,
                            Blueprint.SECRETS)
                    .<Resource>flatMap(Collection::stream)
                    .toList();

    /** Copied from the contract, as far as it is built. */
    @Test
    void theRoutesAreTheContracts() {
        assertEquals(
                Set.of(
                        "POST /v1/images/generations",
                        "POST /v1/images/edits",
                        "POST /v1/async/images/generations",
                        "POST /v1/async/images/edits",
                        "GET /v1/tasks/{id}",
                        "GET /v1/tasks/{id}/charge",
                        "GET /v1/tasks",
                        "POST /v1/tasks/{id}/cancel",
                        "DELETE /v1/tasks/{id}/media",
                        "POST /v1/files",
                        "GET /v1/files/{id}",
                        "DELETE /v1/files/{id}",
                        "GET /v1/models",
                        "GET /v1/models/{id}",
                        "POST /v1/quotes",
                        "GET /v1/credits",
                        "GET /v1/credits/entries"),
                new TreeSet<>(routes().map(http -> http.method() + " " + http.path()).toList()));
    }

    @Test
    void nothingIsNamedTwice() {
        assertUnique(FUNCTIONS, LambdaFunction::name);
        assertUnique(FUNCTIONS, LambdaFunction::handler);
        assertUnique(routes().toList(), http -> http.method() + " " + http.path());
        assertUnique(RESOURCES, Resource::environmentVariable);
        assertUnique(RESOURCES, Resource::name);
        for (var function : FUNCTIONS) {
            assertUnique(
                    function.access().stream().flatMap(Access::rights).toList(), right -> right);
        }
        for (var table : Blueprint.TABLES) {
            assertUnique(table.indexes(), Table.Index::name);
        }
    }

    /** Two routes of one method that differ only in a parameter's name would be one route. */
    @Test
    void noRouteHidesAnother() {
        assertUnique(
                routes().toList(),
                http -> http.method() + " " + http.path().replaceAll("\\{[^}]+}", "{}"));
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void lambdaCanMakeTheHandler(LambdaFunction function) {
        var handler = function.handler();
        assertTrue(Modifier.isPublic(handler.getModifiers()));
        assertFalse(Modifier.isAbstract(handler.getModifiers()));
        assertDoesNotThrow(() -> handler.getConstructor());
        var isStream = RequestStreamHandler.class.isAssignableFrom(handler);
        var isMessages = RequestHandler.class.isAssignableFrom(handler);
        assertTrue(isStream ^ isMessages);
        assertEquals(function.trigger() instanceof Messages, isMessages);
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void namesAreCapitalisedWords(LambdaFunction function) {
        assertTrue(function.name().matches("([A-Z][a-z]+)+"), function.name());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aFunctionEndsBeforeWhatWaitsForItGivesUp(LambdaFunction function) {
        var timeout = function.size().timeout();
        var most =
                switch (function.trigger()) {
                    case Http(_, _, Transfer transfer) ->
                            transfer == Transfer.STREAM ? LAMBDA_LIMIT : BUFFERED_LIMIT;
                    case Messages(Queue queue, _) -> queue.visibility().minusSeconds(1);
                    case Schedule(Duration every) -> every;
                    case Direct() -> LAMBDA_LIMIT;
                };
        assertTrue(timeout.compareTo(most) <= 0, function.name());
        assertTrue(function.size().memoryMb() >= 128 && function.size().memoryMb() <= 10_240);
    }

    /** Their roles reach the providers that have no key. */
    @Test
    void onlyTheFunctionsThatRunTasksCallProviders() {
        assertEquals(
                Set.of("Generate", "Edit", "Worker"),
                Set.copyOf(
                        FUNCTIONS.stream()
                                .filter(LambdaFunction::callsProviders)
                                .map(LambdaFunction::name)
                                .toList()));
    }

    /** Who pays a provider must outlive the longest call to it, and what comes behind. */
    @Test
    void whoeverRunsTasksOutlivesTheProvidersCall() {
        for (var name : List.of("Generate", "Worker")) {
            assertTrue(function(name).size().timeout().toSeconds() >= 240 + 30, name);
        }
        assertTrue(function("GetTask").size().timeout().toSeconds() > 25);
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void everyEndpointReadsKeysAndOnlyThose(LambdaFunction function) {
        var keys =
                function.access().stream()
                        .filter(access -> access.resource().equals(Resources.KEYS))
                        .toList();
        if (function.route().isPresent()) {
            assertEquals(Set.of(Access.Action.GET_ITEM), keys.getFirst().actions());
        } else if (!function.name().equals("Provision")) {
            assertEquals(List.of(), keys);
        }
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void whatAFunctionTouchesIsDeclaredAndOfTheRightKind(LambdaFunction function) {
        for (var access : function.access()) {
            assertTrue(RESOURCES.contains(access.resource()), access.toString());
            assertFalse(access.actions().isEmpty());
            var service =
                    switch (access.resource()) {
                        case Table _ -> "dynamodb:";
                        case Queue _ -> "sqs:";
                        case Bucket _ -> "s3:";
                        case Secret _ -> "secretsmanager:";
                    };
            access.actions().forEach(action -> assertTrue(action.iamName().startsWith(service)));
        }
    }

    @Test
    void aQueueStandsBehindItsDeadLetters() {
        for (var queue : Blueprint.QUEUES) {
            queue.redrive()
                    .ifPresent(
                            redrive -> {
                                var dead = redrive.deadLetters();
                                var order = Blueprint.QUEUES;
                                assertTrue(order.indexOf(dead) < order.indexOf(queue));
                                assertTrue(dead.retention().compareTo(queue.retention()) > 0);
                                assertTrue(redrive.receives() >= 2);
                            });
        }
    }

    @Test
    void everyQueueHasAFunction() {
        assertEquals(
                Set.copyOf(Blueprint.QUEUES),
                Set.copyOf(
                        FUNCTIONS.stream()
                                .flatMap(
                                        function ->
                                                function.trigger() instanceof Messages messages
                                                        ? Stream.of(messages.queue())
                                                        : Stream.empty())
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "TABLE, Accounts, PIXAPI_TABLE_ACCOUNTS",
        "QUEUE, TaskQueue, PIXAPI_QUEUE_TASK_QUEUE",
        "SECRET, ProviderKeys, PIXAPI_SECRET_PROVIDER_KEYS",
    })
    void aVariableIsTheKindAndTheNamesWords(String kind, String name, String variable) {
        assertEquals(variable, Resource.variable(kind, name));
    }

    @ParameterizedTest
    @EnumSource
    void aSettingIsExplainedAndNoResourcesVariable(Setting setting) {
        assertTrue(setting.meaning().length() > 10);
        assertTrue(setting.name().matches("(PIXAPI|OPENAI|GEMINI|AZURE_OPENAI)_[A-Z_]+"));
        assertTrue(
                RESOURCES.stream().noneMatch(r -> r.environmentVariable().equals(setting.name())));
    }

    private static Stream<Http> routes() {
        return FUNCTIONS.stream().flatMap(function -> function.route().stream());
    }

    private static LambdaFunction function(String name) {
        return FUNCTIONS.stream().filter(f -> f.name().equals(name)).findAny().orElseThrow();
    }

    private static <T> void assertUnique(Collection<T> all, Function<T, ?> key) {
        var keys = all.stream().map(key).toList();
        assertEquals(keys.stream().distinct().toList(), keys);
    }
}
