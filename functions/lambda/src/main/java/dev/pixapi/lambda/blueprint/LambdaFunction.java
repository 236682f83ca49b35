package dev.pixapi.lambda.blueprint;

import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.wiring.Pixapi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Lambda function: what it runs, what starts it, what it may touch.
 *
 * @param name capitalised words without spaces, also the name of its sample events
 * @param create the handler on a composition root; on AWS the handler's own empty constructor does
 *     it
 */
public record LambdaFunction(
        String name,
        Class<?> handler,
        Function<Pixapi, ?> create,
        Trigger trigger,
        Size size,
        List<Access> access) {

    /** Memory in MB, which on Lambda is also the share of a processor, and the longest run. */
    public record Size(int memoryMb, Duration timeout) {}

    /** Whether it runs tasks, and so calls providers; where they ask for no key, by its role. */
    public boolean callsProviders() {
        return access.containsAll(Rights.RUNS_ON_MEDIA);
    }

    public Optional<Http> route() {
        return trigger instanceof Http http ? Optional.of(http) : Optional.empty();
    }
}
