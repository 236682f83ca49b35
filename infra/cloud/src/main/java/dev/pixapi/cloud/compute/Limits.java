package dev.pixapi.cloud.compute;

import dev.pixapi.cloud.stage.FrontLimits;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;

import java.time.Duration;

/** Limits of AWS that neither CDK nor a deployment checks in time. */
final class Limits {
    /** The longest run of a function, and the longest that API Gateway waits for a stream. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** What {@code PIXAPI_PROVIDER_TIMEOUT_SECONDS} may be at most. */
    private static final Duration CALLS = Duration.ofMinutes(4);

    /** To convert, store and settle what a provider has made. */
    private static final Duration DELIVERY = Duration.ofSeconds(50);

    private static final int LEAST_MEMORY_MB = 128;
    private static final int MOST_MEMORY_MB = 10_240;

    private Limits() {}

    /**
     * @throws IllegalArgumentException naming the function, its value and the limit
     */
    static LambdaFunction checked(LambdaFunction function) {
        var memory = function.size().memoryMb();
        if (memory < LEAST_MEMORY_MB || memory > MOST_MEMORY_MB) {
            throw wrong(function, "has " + memory + " MB, but Lambda gives 128 to 10240");
        }
        longest(function, LONGEST, "Lambda ends a run after");
        if (function.callsProviders()) {
            longEnough(function);
        }
        switch (function.trigger()) {
            case Http http when http.transfer() == Transfer.BUFFERED ->
                    longest(
                            function,
                            FrontLimits.BUFFERED,
                            "API Gateway waits for a buffered answer for");
            case Messages messages -> hiddenLongEnough(function, messages);
            case Http _, Trigger.Stream _, Schedule _, Direct _ -> {}
        }
        return function;
    }

    private static void longest(LambdaFunction function, Duration most, String why) {
        if (function.size().timeout().compareTo(most) > 0) {
            throw wrong(function, "may run for " + timeout(function) + ", but " + why + " " + most);
        }
    }

    /** A runner that Lambda ends after its paid call has the images made, and paid for, again. */
    private static void longEnough(LambdaFunction function) {
        var least = CALLS.plus(DELIVERY);
        if (function.size().timeout().compareTo(least) < 0) {
            throw wrong(
                    function,
                    "may run for %s, but calls to providers and delivery take up to %s"
                            .formatted(timeout(function), least));
        }
    }

    /** A message that comes back while it is worked on is worked on twice. */
    private static void hiddenLongEnough(LambdaFunction function, Messages messages) {
        var queue = messages.queue();
        if (queue.visibility().compareTo(function.size().timeout()) <= 0) {
            throw wrong(
                    function,
                    "may run for %s, but %s hides a message for %s only"
                            .formatted(timeout(function), queue.name(), queue.visibility()));
        }
    }

    private static Duration timeout(LambdaFunction function) {
        return function.size().timeout();
    }

    private static IllegalArgumentException wrong(LambdaFunction function, String what) {
        return new IllegalArgumentException(function.name() + " " + what);
    }
}
