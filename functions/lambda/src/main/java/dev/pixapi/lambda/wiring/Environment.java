package dev.pixapi.lambda.wiring;

import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Setting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The variables that a function was given. */
public record Environment(Map<String, String> variables) {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    /** Empty where neither the variable nor the blueprint says anything. */
    Optional<String> text(Setting setting) {
        return Optional.ofNullable(variables.get(setting.name()))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.of(setting.standard()))
                .filter(value -> !value.isEmpty());
    }

    /** Seconds, which may have decimals. */
    Duration seconds(Setting setting, int most) {
        var value = number(setting);
        if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(setting, "must be more than 0 and at most " + most + " seconds");
        }
        return Duration.ofMillis(value.multiply(MILLIS).longValue());
    }

    int count(Setting setting, int least, int most) {
        var value = number(setting);
        if (value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(setting, "is not within " + least + " to " + most);
        }
        return value.intValue();
    }

    boolean isOn(Setting setting) {
        return switch (text(setting).orElse("")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw wrong(setting, "is neither on nor off");
        };
    }

    /** A resource's physical name. A function that was not given it has no business with it. */
    String physicalName(Resource resource) {
        return Optional.ofNullable(variables.get(resource.environmentVariable()))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        resource.environmentVariable() + " is not set"));
    }

    boolean knows(Resource resource) {
        return variables.containsKey(resource.environmentVariable());
    }

    private BigDecimal number(Setting setting) {
        try {
            return new BigDecimal(text(setting).orElse(""));
        } catch (NumberFormatException _) {
            throw wrong(setting, "is no number");
        }
    }

    private static IllegalArgumentException wrong(Setting setting, String what) {
        return new IllegalArgumentException(setting + " " + what);
    }
}
