package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Invariants 1 to 4 of one account, from the tables themselves: its new entries against their
 * tasks, all entries against the counters, the counters among themselves and against what tasks
 * hold.
 */
final class AuditAccount {
    /** At an account that does not stand still. */
    private static final int MOST_LOOKS = 3;

    private final AuditParts parts;
    private final AuditSettings settings;
    private final CatchUp catchUp;
    private final Freezer freezer;

    AuditAccount(AuditParts parts, AuditSettings settings) {
        this.parts = parts;
        this.settings = settings;
        this.catchUp = new CatchUp(parts, settings);
        this.freezer = new Freezer(parts.ledger(), parts.metrics());
    }

    /**
     * @param from where in its book the audit goes on
     * @param known tasks that had not ended a moment ago
     */
    Audited audit(AccountId account, Mark from, UnfinishedTasks known, BooleanSupplier hasTime) {
        // Where its own rows cannot be read, each run tells of it anew, as sweeps do.
        var frozen = false;
        try {
            var rows = parts.ledger().shards(account);
            frozen = rows.stream().anyMatch(row -> row.frozen().isPresent());
            return rows.isEmpty()
                    ? new Findings(account, freezer, frozen).unchecked("its first row is gone")
                    : audit(from, known, new Findings(account, freezer, frozen), hasTime);
        } catch (BrokenRow row) {
            var findings = new Findings(account, freezer, frozen);
            findings.add(List.of(new Break(account, 2, Causes.of(row))));
            return findings.unchecked("a row cannot be read");
        }
    }

    private Audited audit(
            Mark from, UnfinishedTasks known, Findings findings, BooleanSupplier hasTime) {
        var reached = catchUp.from(from, findings, hasTime);
        return reached.isWhole()
                ? look(reached.mark(), known, findings)
                : findings.unchecked("there was no time for all of its entries");
    }

    private Audited look(Mark mark, UnfinishedTasks known, Findings findings) {
        var account = findings.account();
        var look = Look.at(account, mark, parts, known);
        for (var looks = 1; looks < MOST_LOOKS && !look.isDecided(); looks++) {
            pause();
            look = Look.at(account, mark, parts, known);
        }
        if (!look.isWhole() || look.isAdjusted()) {
            return findings.unchecked("too much was written to it");
        }
        findings.add(breaks(account, look.rows()));
        var before = mark.sums().plus(look.before());
        var behind = mark.sums().plus(look.behind());
        var counters = Sums.of(look.rows());
        findings.add(new CounterCheck(account, counters, before, behind).breaks());
        return holds(mark, look, findings);
    }

    private static List<Break> breaks(AccountId account, List<Shard> rows) {
        var in = sum(rows, Shard::movedIn);
        var out = sum(rows, Shard::movedOut);
        return in.equals(out)
                ? rows.stream().flatMap(row -> RowCheck.of(account, row).stream()).toList()
                : List.of(
                        new Break(account, 1, "%s moved out of shards, %s in".formatted(out, in)));
    }

    private static Credits sum(List<Shard> rows, Function<Shard, Credits> counter) {
        return rows.stream().map(counter).reduce(Credits.ZERO, Credits::plus);
    }

    /** A difference is a break when it was found the same for long: the index of tasks may lag. */
    private Audited holds(Mark mark, Look look, Findings findings) {
        var difference = look.holds().difference();
        if (difference.isEmpty()) {
            keep(findings.account(), mark, Optional.empty());
            return findings.checked(look.isExact());
        }
        if (!look.holds().isAll()) {
            return findings.unchecked("there are more unfinished tasks than can be read");
        }
        if (!look.isStill()) {
            return findings.unchecked("it did not stand still");
        }
        var now = parts.clock().instant();
        var suspicion = mark.suspicionOf(difference, now);
        if (suspicion.since().isAfter(now.minus(settings.suspects()))) {
            keep(findings.account(), mark, Optional.of(suspicion));
            return findings.suspected(difference);
        }
        findings.add(List.of(new Break(findings.account(), 3, difference)));
        return findings.checked(true);
    }

    private void keep(AccountId account, Mark mark, Optional<Mark.Suspicion> suspicion) {
        if (!mark.suspicion().equals(suspicion)) {
            parts.store().keep(account, mark.suspecting(suspicion));
        }
    }

    private void pause() {
        try {
            parts.threads().sleep(settings.pause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an account was audited", stop);
        }
    }
}
