package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.local.conformance.Outcome.Failed;
import dev.pixapi.local.ledger.TestingLedger;
import dev.pixapi.local.ledger.Wire;
import dev.pixapi.local.ledger.Wire.Fault;
import dev.pixapi.simulation.model.ModelLedger;
import dev.pixapi.simulation.model.ModelTasks;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The model and the tables, on which the same is done. */
final class Twins {
    private final AtomicReference<Instant> clock = new AtomicReference<>(TestingLedger.NOW);
    private final AtomicReference<String> running = new AtomicReference<>("none");
    private final TestingLedger tables;
    private final ModelTasks tasks = new ModelTasks(clock::get);
    private final Side model;
    private final Side real;

    /**
     * @param tables which are emptied
     */
    Twins(TestingLedger tables) {
        this.tables = tables;
        tables.clear();
        var ledger = new ModelLedger(tasks, TestingLedger.RESEND);
        model = new Side(ledger, tasks, ledger);
        real = new Side(tables.ledger(), tables.tasksBy(clock::get), tables.accounts());
    }

    /**
     * What a step came to.
     *
     * @param model the outcomes of the model, of the overtaking operation first
     * @param difference empty when the tables did the same
     */
    record Done(List<Outcome> model, Optional<String> difference) {}

    Side model() {
        return model;
    }

    TestingLedger tables() {
        return tables;
    }

    /** Of which kind the operation is that is at the tables. */
    String running() {
        return running.get();
    }

    Done take(Step step) {
        clock.set(step.now());
        var modelled = modelled(step);
        var kept = real(step);
        // Where no reply came, the caller asks again, and the model is asked again as well.
        var expected = kept.isEmpty() ? List.of(Outcome.of(step.operation(), model)) : modelled;
        var actual = kept.isEmpty() ? real(step.undisturbed()) : kept;
        return new Done(
                expected,
                expected.equals(actual)
                        ? Optional.empty()
                        : Optional.of("expected " + expected + ", but was " + actual));
    }

    private List<Outcome> modelled(Step step) {
        return Stream.concat(step.overtaking().stream(), Stream.of(step.operation()))
                .map(operation -> Outcome.of(operation, model))
                .toList();
    }

    /** Empty when it may have been done, and nobody knows. */
    private List<Outcome> real(Step step) {
        var outcomes = new ArrayList<Outcome>();
        var overtaking = new Overtaking(step, outcomes);
        tables.wire().disturb(overtaking.faults());
        try {
            var own = real(step.operation());
            overtaking.run();
            outcomes.add(own);
            return outcomes;
        } catch (SdkClientException _) {
            return List.of();
        } catch (ApiException _) {
            // Too busy: nothing was done.
            return real(step.undisturbed());
        }
    }

    /** What is done before the first write of a step, or behind it where it writes nothing. */
    private final class Overtaking implements Runnable {
        private final Step step;
        private final List<Outcome> outcomes;
        private boolean begun;

        Overtaking(Step step, List<Outcome> outcomes) {
            this.step = step;
            this.outcomes = outcomes;
        }

        Fault[] faults() {
            return step.overtaking().isPresent()
                    ? new Fault[] {Wire.meanwhile(this)}
                    : step.faults().toArray(Fault[]::new);
        }

        @Override
        public void run() {
            if (!begun) {
                begun = true;
                step.overtaking().map(Twins.this::real).ifPresent(outcomes::add);
            }
        }
    }

    private Outcome real(Operation operation) {
        var interrupted = running.getAndSet(operation.kind());
        try {
            return Outcome.of(operation, real);
        } catch (SdkClientException | ApiException expected) {
            throw expected;
        } catch (RuntimeException unexpected) {
            return new Failed(unexpected.toString());
        } finally {
            running.set(interrupted);
        }
    }

    /** All that can be read, on both sides. */
    Optional<String> compare(List<AccountId> accounts) {
        try {
            var expected = Snapshot.of(model, tasks, accounts, clock.get());
            var actual = Snapshot.of(real, tasks, accounts, clock.get());
            return expected.keySet().stream()
                    .filter(what -> !Objects.equals(expected.get(what), actual.get(what)))
                    .map(
                            what ->
                                    "%s: expected %s, but was %s"
                                            .formatted(what, expected.get(what), actual.get(what)))
                    .findFirst();
        } catch (RuntimeException unread) {
            return Optional.of("a row cannot be read: " + unread);
        }
    }

    /** The invariants, in the tables themselves. */
    Optional<String> audit(List<AccountId> accounts) {
        try {
            tables.audit(accounts.toArray(AccountId[]::new));
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of("audit: " + broken.getMessage());
        }
    }
}
