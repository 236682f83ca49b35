package dev.pixapi.cloud.cost;

import dev.pixapi.cloud.PlannedStack;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;

/** A month of a stack under some traffic: what every line of a bill is reckoned from. */
record Month(PriceList prices, PlannedStack stack, Traffic traffic) {
    private static final double MB_IN_GB = 1024;

    /** A line at its list price. */
    Line line(String name, double quantity, String unit, Rate rate) {
        return new Line(name, quantity, unit, quantity * prices.price(rate));
    }

    /** Runs of one function. */
    Line runs(String name, String function, double runs, double seconds) {
        var gb = function(function).size().memoryMb() / MB_IN_GB;
        var rate = stack.onArm() ? Rate.LAMBDA_ARM_GB_SECOND : Rate.LAMBDA_X86_GB_SECOND;
        return line(name, runs * seconds * gb, "GB-seconds", rate);
    }

    double assumed(Assumption assumption) {
        return prices.assumed(assumption);
    }

    double seconds() {
        return assumed(Assumption.HOURS_A_MONTH) * 3600;
    }

    static LambdaFunction function(String name) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("there is no function " + name));
    }

    static double gbOfKb(double kb) {
        return kb / (1024 * 1024);
    }

    static double gbOfMb(double mb) {
        return mb / MB_IN_GB;
    }
}
