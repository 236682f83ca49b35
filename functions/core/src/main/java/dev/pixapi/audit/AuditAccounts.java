package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.metric.Metric;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Audits accounts, one after the other, until most of a run's time is used; the next run goes on
 * there. Whatever breaks an invariant freezes its account, and is mended by nobody.
 */
public final class AuditAccounts {
    private static final System.Logger LOG = System.getLogger(AuditAccounts.class.getName());

    /** Accounts between two notes of the place. */
    private static final int PAGE = 10;

    /** After which the unfinished tasks are read anew: what they hold changes all the time. */
    private static final Duration KNOWN = Duration.ofSeconds(20);

    private final AuditParts parts;
    private final AuditSettings settings;
    private final AuditAccount account;

    public AuditAccounts(AuditParts parts, AuditSettings settings) {
        this.parts = parts;
        this.settings = settings;
        this.account = new AuditAccount(parts, settings);
    }

    /**
     * What a run did.
     *
     * @param bounded of the audited: accounts with entries coming in all the time, whose counters
     *     were only held between two sums
     * @param failed accounts that could not be audited now; further runs try again
     */
    public record Run(int audited, int bounded, int unchecked, int breaks, int failed) {
        static final Run NONE = new Run(0, 0, 0, 0, 0);

        Run plus(Audited one) {
            var isUnchecked = one.unchecked().isPresent();
            return new Run(
                    audited + (isUnchecked ? 0 : 1),
                    bounded + (isUnchecked || one.isExact() ? 0 : 1),
                    unchecked + (isUnchecked ? 1 : 0),
                    breaks + one.breaks().size(),
                    failed);
        }

        Run plusFailure() {
            return new Run(audited, bounded, unchecked, breaks, failed + 1);
        }
    }

    /** Those behind the place where the last run ended. */
    public Run run() {
        try {
            var run = run(timer(settings.run()));
            parts.metrics().add(Metric.ACCOUNTS_AUDITED, run.audited());
            parts.metrics().add(Metric.ACCOUNTS_UNCHECKED, run.unchecked());
            return run;
        } catch (RuntimeException failure) {
            parts.metrics().fault(Metric.AUDIT_FAILURES, failure);
            throw failure;
        }
    }

    /**
     * One account, at an operator's wish.
     *
     * @param whole all of its book again, and not only what has come since the last audit
     */
    public Audited one(AccountId id, boolean whole) {
        var from = whole ? Mark.START : parts.store().mark(id);
        var known = UnfinishedTasks.read(parts.tasks());
        return account.audit(id, from, known, timer(settings.run()));
    }

    private Run run(BooleanSupplier hasTime) {
        var run = Run.NONE;
        var place = parts.store().place();
        do {
            var part = parts.accounts().all(place, PAGE);
            run = audit(part.accounts(), run, hasTime);
            if (!hasTime.getAsBoolean()) {
                return run;
            }
            place = part.next();
            parts.store().keepPlace(place);
        } while (place.isPresent());
        return run;
    }

    private Run audit(List<AccountId> accounts, Run before, BooleanSupplier hasTime) {
        var run = before;
        var known = UnfinishedTasks.read(parts.tasks());
        var isFresh = timer(KNOWN);
        for (var id : accounts) {
            if (!hasTime.getAsBoolean()) {
                return run;
            }
            if (!isFresh.getAsBoolean()) {
                known = UnfinishedTasks.read(parts.tasks());
                isFresh = timer(KNOWN);
            }
            var audited = audit(id, known, hasTime);
            var done = run;
            run = audited.map(done::plus).orElseGet(done::plusFailure);
        }
        return run;
    }

    /** That of one is no reason to leave the others. */
    private Optional<Audited> audit(AccountId id, UnfinishedTasks known, BooleanSupplier hasTime) {
        try {
            return Optional.of(account.audit(id, parts.store().mark(id), known, hasTime));
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "the audit of " + id + " failed", failure);
            parts.metrics().fault(Metric.AUDIT_FAILURES, failure);
            return Optional.empty();
        }
    }

    private BooleanSupplier timer(Duration time) {
        var end = parts.threads().nanoTime() + time.toNanos();
        return () -> parts.threads().nanoTime() - end < 0;
    }
}
