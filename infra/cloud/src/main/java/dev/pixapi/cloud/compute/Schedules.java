package dev.pixapi.cloud.compute;

import dev.pixapi.cloud.stage.Durations;

import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

import java.time.Duration;
import java.util.List;

/** Clocks that start functions. */
public final class Schedules extends Construct {
    public Schedules(Construct scope, String id) {
        super(scope, id);
    }

    public void start(String name, Duration every, IFunction function) {
        Rule.Builder.create(this, name)
                .schedule(Schedule.rate(Durations.of(every)))
                .targets(List.of(LambdaFunction.Builder.create(function).build()))
                .build();
    }
}
