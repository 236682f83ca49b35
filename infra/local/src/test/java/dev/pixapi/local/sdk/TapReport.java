package dev.pixapi.local.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Node's test runner printed, case by case.
 *
 * @param planned how many cases there should be; empty when it did not get that far
 * @see <a href="https://testanything.org/tap-version-13-specification.html">TAP version 13</a>
 */
record TapReport(List<Case> cases, Optional<Integer> planned) {
    private static final Pattern RESULT = Pattern.compile("(not )?ok \\d+ - (.+)");
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)");

    /**
     * @param details what was printed behind the result, up to the next one
     */
    record Case(String name, boolean passed, String details) {
        private Case with(String line) {
            return new Case(name, passed, details + line + "\n");
        }
    }

    static TapReport read(String printed) {
        var cases = new ArrayList<Case>();
        var planned = Optional.<Integer>empty();
        for (var line : printed.lines().toList()) {
            var result = RESULT.matcher(line);
            var plan = PLAN.matcher(line);
            if (result.matches()) {
                cases.add(new Case(result.group(2), result.group(1) == null, ""));
            } else if (plan.matches()) {
                planned = Optional.of(Integer.valueOf(plan.group(1)));
            } else if (!cases.isEmpty()) {
                cases.addLast(cases.removeLast().with(line));
            }
        }
        return new TapReport(List.copyOf(cases), planned);
    }

    boolean passed() {
        return cases.stream().allMatch(Case::passed);
    }
}
