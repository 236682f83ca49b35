package dev.pixapi.provider.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a prompt orders the sandbox to do wrong: {@code [reject]}, {@code [fail]}, {@code
 * [timeout]}, {@code [slow 8s]}, {@code [partial 2]}, {@code [corrupt]}, anywhere in it.
 *
 * @param delay before the answer; at most two minutes
 * @param most at most so many images succeed
 */
record Misbehaviour(
        boolean reject, boolean fail, boolean timeout, boolean corrupt, Duration delay, int most) {
    private static final Pattern SLOW = Pattern.compile("\\[slow (\\d{1,3})s]");
    private static final Pattern PARTIAL = Pattern.compile("\\[partial (\\d{1,2})]");
    private static final int LONGEST_SECONDS = 120;

    static Misbehaviour in(String prompt) {
        return new Misbehaviour(
                prompt.contains("[reject]"),
                prompt.contains("[fail]"),
                prompt.contains("[timeout]"),
                prompt.contains("[corrupt]"),
                Duration.ofSeconds(number(SLOW, prompt).map(Misbehaviour::bounded).orElse(0)),
                number(PARTIAL, prompt).orElse(Integer.MAX_VALUE));
    }

    private static int bounded(int seconds) {
        return Math.min(seconds, LONGEST_SECONDS);
    }

    private static Optional<Integer> number(Pattern pattern, String prompt) {
        var match = pattern.matcher(prompt);
        return match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }
}
