package dev.pixapi.cloud.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.LambdaFunction.Size;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Trigger;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class LimitsTest {
    private static final Http BUFFERED = new Http("GET", "/v1/x", Transfer.BUFFERED);
    private static final Http STREAMED = new Http("GET", "/v1/x", Transfer.STREAM);

    @Test
    void everyFunctionOfTheBlueprintIsWithinThem() {
        for (var function : Blueprint.FUNCTIONS) {
            assertSame(function, Limits.checked(function));
        }
    }

    @Test
    void aMessageStaysHiddenLongerThanItsFunctionRuns() {
        refuses(
                function(reading(Duration.ofMinutes(5)), 512, Duration.ofMinutes(5)),
                "Some may run for PT5M, but Jobs hides a message for PT5M only");
        accepts(function(reading(Duration.ofSeconds(301)), 512, Duration.ofMinutes(5)));
    }

    @Test
    void aBufferedAnswerTakesNoLongerThanApiGatewayWaits() {
        refuses(
                function(BUFFERED, 512, Duration.ofSeconds(30)),
                "Some may run for PT30S, but API Gateway waits for a buffered answer for PT29S");
        accepts(function(BUFFERED, 512, Duration.ofSeconds(29)));
    }

    @Test
    void aStreamedAnswerTakesNoLongerThanLambdaRuns() {
        refuses(
                function(STREAMED, 512, Duration.ofMinutes(16)),
                "Some may run for PT16M, but Lambda ends a run after PT15M");
        accepts(function(STREAMED, 512, Duration.ofMinutes(15)));
    }

    @Test
    void memoryIsWhatLambdaGives() {
        refuses(
                function(new Direct(), 127, Duration.ofSeconds(1)),
                "Some has 127 MB, but Lambda gives 128 to 10240");
        refuses(
                function(new Direct(), 10_241, Duration.ofSeconds(1)),
                "Some has 10241 MB, but Lambda gives 128 to 10240");
    }

    @Test
    void whoeverCallsProvidersHasTheTimeToDeliverWhatTheyMake() {
        var worker =
                Blueprint.FUNCTIONS.stream()
                        .filter(LambdaFunction::callsProviders)
                        .findFirst()
                        .orElseThrow();
        refuses(
                new LambdaFunction(
                        worker.name(),
                        worker.handler(),
                        worker.create(),
                        worker.trigger(),
                        new Size(1024, Duration.ofSeconds(289)),
                        worker.access()),
                worker.name()
                        + " may run for PT4M49S, but calls to providers and delivery take up to"
                        + " PT4M50S");
    }

    private static void accepts(LambdaFunction function) {
        assertSame(function, Limits.checked(function));
    }

    private static void refuses(LambdaFunction function, String message) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Limits.checked(function));
        assertEquals(message, refusal.getMessage());
    }

    private static LambdaFunction function(Trigger trigger, int memoryMb, Duration timeout) {
        return new LambdaFunction(
                "Some",
                Object.class,
                _ -> new Object(),
                trigger,
                new Size(memoryMb, timeout),
                List.of());
    }

    private static Messages reading(Duration visibility) {
        return new Messages(new Queue("Jobs", visibility, Duration.ofDays(1), Optional.empty()), 1);
    }
}
