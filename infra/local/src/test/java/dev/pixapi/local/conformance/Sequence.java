package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.local.conformance.Outcome.Returned;
import dev.pixapi.local.ledger.TestingLedger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Steps that are drawn from a seed and taken on model and tables, until they differ.
 *
 * @param compared after so many steps all that can be read is compared
 * @param disturbed whether writes meet conflicts, and replies are lost
 */
record Sequence(long seed, int steps, int compared, boolean disturbed) {
    private static final List<AccountId> ACCOUNTS =
            Stream.of("busy", "calm", "lasting", "late")
                    .map(name -> new AccountId(Mode.TEST, name))
                    .toList();

    /** In which no credits expire. */
    private static final AccountId LASTING = ACCOUNTS.get(2);

    /** So many are there from the start; the last one is created somewhere in between. */
    private static final int CREATED = 3;

    /**
     * How it went.
     *
     * @param met names of outcomes
     * @param taken all steps up to the difference, if there is one
     */
    record Course(Set<String> met, List<Step> taken, Optional<String> difference) {}

    Course run(Twins twins) {
        var known = new Known(new Random(seed), ACCOUNTS, twins.model(), TestingLedger.NOW);
        var draws = new Draws(known, LASTING);
        ACCOUNTS.subList(0, CREATED).forEach(draws::create);
        draws.tour(ACCOUNTS.getFirst(), ACCOUNTS.get(1));
        var met = new TreeSet<String>();
        var taken = new ArrayList<Step>();
        Optional<String> difference = Optional.empty();
        while (taken.size() < steps && difference.isEmpty()) {
            var step = disturbed ? draws.next() : draws.next().undisturbed();
            taken.add(step);
            var done = twins.take(step);
            learn(step, done.model(), known, met);
            difference = done.difference().or(() -> check(twins, taken.size()));
        }
        return new Course(met, taken, difference);
    }

    /** Whether the sides differ when these steps are taken on empty tables. */
    static boolean differ(List<Step> steps, TestingLedger tables) {
        var twins = new Twins(tables);
        return steps.stream().anyMatch(step -> twins.take(step).difference().isPresent())
                || twins.compare(ACCOUNTS).isPresent()
                || twins.audit(ACCOUNTS).isPresent();
    }

    private Optional<String> check(Twins twins, int taken) {
        if (taken % compared != 0 && taken != steps) {
            return Optional.empty();
        }
        var difference = twins.compare(ACCOUNTS);
        return taken % (4 * compared) != 0 && taken != steps
                ? difference
                : difference.or(() -> twins.audit(ACCOUNTS));
    }

    private static void learn(Step step, List<Outcome> outcomes, Known known, Set<String> met) {
        for (var outcome : outcomes) {
            if (outcome instanceof Returned(var value)) {
                known.learn(value);
            }
        }
        met.add(outcomes.getLast().name(step.operation().kind()));
    }
}
