package dev.pixapi.cloud.stage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What was chosen for one stage, value by value.
 *
 * @param given what stands behind {@code -c NAME=} on the command line, by its name
 * @param team what {@code stages.json} says of this kind of stage
 */
record Choices(StageKind kind, Function<String, Optional<String>> given, Map<Choice, String> team) {
    private static final Set<String> ON_OR_OFF = Set.of("on", "off");

    /** Empty where it is without. */
    Optional<String> text(Choice choice) {
        return Optional.of(value(choice)).filter(value -> !value.isEmpty());
    }

    boolean isOn(Choice choice) {
        return of(choice, value -> Optional.of(value).filter(ON_OR_OFF::contains)).equals("on");
    }

    Optional<String> matching(Choice choice, Pattern pattern) {
        return matching(choice, pattern.asMatchPredicate());
    }

    Optional<String> matching(Choice choice, Predicate<String> allowed) {
        return text(choice).map(_ -> of(choice, v -> Optional.of(v).filter(allowed)));
    }

    int number(Choice choice, int least, int most) {
        return of(choice, value -> whole(value).filter(n -> n >= least && n <= most));
    }

    /**
     * @param reading empty for a value that is not allowed
     * @throws IllegalArgumentException with the name, what was given where, and what is allowed
     */
    <T> T of(Choice choice, Function<String, Optional<T>> reading) {
        return reading.apply(value(choice)).orElseThrow(() -> wrong(choice));
    }

    IllegalArgumentException wrong(Choice choice) {
        return new IllegalArgumentException(
                "%s%s=%s is not allowed; it may be %s"
                        .formatted(
                                where(choice), choice.wireName(), value(choice), choice.allowed()));
    }

    private String where(Choice choice) {
        return given.apply(choice.wireName()).isEmpty() && team.containsKey(choice)
                ? StagesJson.FILE + ": " + kind.wireName() + "."
                : "-c ";
    }

    private String value(Choice choice) {
        return given.apply(choice.wireName())
                .or(() -> Optional.ofNullable(team.get(choice)))
                .orElse(choice.standard(kind));
    }

    private static Optional<Integer> whole(String value) {
        return value.matches("[0-9]{1,9}|[01][0-9]{9}|2000000000")
                ? Optional.of(Integer.valueOf(value))
                : Optional.empty();
    }
}
