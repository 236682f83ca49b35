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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Steps that are drawn from a seed and taken on model and tables, until they differ.
 *
 * @param compared after so many steps all that can be read is compared
 * @param disturbed whether writes meet conflicts, and replies are lost
 */
record Sequence(long seed, int steps, int compared, boolean disturbed) {
    /** Each run has accounts of its own: what watches the tables may be late, and freeze those. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** The one in which no credits expire. */
    private static final int LASTING = 2;

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
        var accounts = accounts();
        var known = new Known(new Random(seed), accounts, twins.model(), TestingLedger.NOW);
        var draws = new Draws(known, accounts.get(LASTING));
        accounts.subList(0, CREATED).forEach(draws::create);
        draws.tour(accounts.getFirst(), accounts.get(1));
        var met = new TreeSet<String>();
        var taken = new ArrayList<Step>();
        Optional<String> difference = Optional.empty();
        while (taken.size() < steps && difference.isEmpty()) {
            var step = disturbed ? draws.next() : draws.next().undisturbed();
            taken.add(step);
            var done = twins.take(step);
            learn(step, done.model(), known, met);
            difference = done.difference().or(() -> check(twins, accounts, taken.size()));
        }
        return new Course(met, taken, difference);
    }

    private static List<AccountId> accounts() {
        var run = RUNS.incrementAndGet();
        return Stream.of("busy", "calm", "lasting", "late")
                .map(name -> new AccountId(Mode.TEST, name + "-" + run))
                .toList();
    }

    /** Whether the sides differ when these steps are taken on empty tables. */
    static boolean differ(List<Step> steps, TestingLedger tables) {
        var accounts = steps.stream().map(step -> step.operation().account()).distinct().toList();
        var twins = new Twins(tables);
        return steps.stream().anyMatch(step -> twins.take(step).difference().isPresent())
                || twins.compare(accounts).isPresent()
                || twins.audit(accounts).isPresent();
    }

    private Optional<String> check(Twins twins, List<AccountId> accounts, int taken) {
        if (taken % compared != 0 && taken != steps) {
            return Optional.empty();
        }
        var difference = twins.compare(accounts);
        return taken % (4 * compared) != 0 && taken != steps
                ? difference
                : difference.or(() -> twins.audit(accounts));
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
