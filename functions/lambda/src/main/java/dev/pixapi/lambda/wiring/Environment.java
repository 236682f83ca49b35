package dev.pixapi.lambda.wiring;

import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Setting;

import software.amazon.awssdk.regions.Region;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The variables that a function was given. */
public record Environment(Map<String, String> variables) {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    /**
     * Without the spaces around it; empty where neither the variable nor the blueprint says
     * anything.
     */
    Optional<String> text(Setting setting) {
        return Optional.ofNullable(variables.get(setting.name()))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .or(() -> Optional.of(setting.standard()))
                .filter(value -> !value.isEmpty());
    }

    Optional<String> matching(Setting setting, Pattern pattern) {
        var text = text(setting);
        if (text.filter(value -> !pattern.matcher(value).matches()).isPresent()) {
            throw wrong(setting, "must match " + pattern);
        }
        return text;
    }

    /** Seconds, which may have decimals, to the millisecond. */
    Duration seconds(Setting setting, BigDecimal least, int most) {
        var value = number(setting, least, BigDecimal.valueOf(most));
        return Duration.ofMillis(value.multiply(MILLIS).longValue());
    }

    int count(Setting setting, int least, int most) {
        var value = number(setting, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        if (value.stripTrailingZeros().scale() > 0) {
            throw wrong(setting, "is no whole number");
        }
        return value.intValueExact();
    }

    /** A URL of http or https. */
    Optional<URI> url(Setting setting) {
        return text(setting)
                .map(
                        text -> {
                            try {
                                var url = new URI(text);
                                if (url.getHost() != null && isHttp(url.getScheme())) {
                                    return url;
                                }
                            } catch (URISyntaxException _) {
                                // Said below, without the text: it may hold a password.
                            }
                            throw wrong(setting, "is no http URL");
                        });
    }

    private static boolean isHttp(String scheme) {
        return "http".equals(scheme) || "https".equals(scheme);
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

    /** Where the services are: in the region that Lambda names, in a variable of its own. */
    AwsClients.Place place() {
        return Optional.ofNullable(variables.get("AWS_REGION"))
                .map(Region::of)
                .map(region -> new AwsClients.Place(region, isElsewhere()))
                .orElseThrow(() -> new IllegalStateException("AWS_REGION is not set"));
    }

    private boolean isElsewhere() {
        return variables.containsKey(Resources.MEDIA.endpointVariable());
    }

    /** Not if its name is empty: that is how {@code sam local} is told that there is none. */
    boolean knows(Resource resource) {
        return !variables.getOrDefault(resource.environmentVariable(), "").isEmpty();
    }

    private BigDecimal number(Setting setting, BigDecimal least, BigDecimal most) {
        try {
            var value = new BigDecimal(text(setting).orElse(""));
            if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below, like a number out of its range.
        }
        throw wrong(setting, "must be a number from " + least + " to " + most);
    }

    /** The names only: a value may be a key. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }

    private static IllegalArgumentException wrong(Setting setting, String what) {
        return new IllegalArgumentException(setting + " " + what);
    }
}
