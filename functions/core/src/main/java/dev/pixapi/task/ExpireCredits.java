package dev.pixapi.task;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AccountStore;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

import java.time.Clock;
import java.time.Instant;

/** Lets expire what is left of grants whose time is over, account by account. */
public final class ExpireCredits {
    private static final System.Logger LOG = System.getLogger(ExpireCredits.class.getName());

    /** Of one run; the next one goes on with the rest. */
    private static final int MOST = 500;

    private final AccountStore accounts;
    private final Ledger ledger;
    private final Clock clock;
    private final Metrics metrics;

    public ExpireCredits(AccountStore accounts, Ledger ledger, Clock clock, Metrics metrics) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** How many entries were put in the books; what failed is tried again by the next run. */
    public int expire() {
        try {
            var now = clock.instant();
            return accounts.expiring(now, MOST).stream()
                    .mapToInt(account -> expire(account, now))
                    .sum();
        } catch (RuntimeException failure) {
            metrics.fault(Metric.SWEEP_FAILURES, failure);
            throw failure;
        }
    }

    /** The failure of one is no reason to leave the others. */
    private int expire(AccountId account, Instant now) {
        try {
            return ledger.expire(account, now).size();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "grants of " + account + " do not expire", failure);
            metrics.fault(Metric.SWEEP_FAILURES, failure);
            return 0;
        }
    }
}
