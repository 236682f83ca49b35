package dev.pixapi.audit;

import dev.pixapi.ledger.Ledger;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

import java.lang.System.Logger.Level;

/**
 * What is done about a break: its account is frozen and the operator is told. Nothing is mended.
 */
public final class Freezer {
    private static final System.Logger LOG = System.getLogger(Freezer.class.getName());

    private final Ledger ledger;
    private final Metrics metrics;

    public Freezer(Ledger ledger, Metrics metrics) {
        this.ledger = ledger;
        this.metrics = metrics;
    }

    /**
     * Freezes first: should that fail, nothing was told, and who looks again tells it then.
     *
     * @param frozen whether the account was so before; then the operator knows, and only the log
     *     says it again
     */
    void freeze(Break broken, boolean frozen) {
        if (frozen) {
            LOG.log(Level.WARNING, "still, {0}", broken);
            return;
        }
        ledger.freeze(broken.account(), broken.reason());
        tell(broken);
    }

    /** Where there is nothing left that could be frozen. */
    void tell(Break broken) {
        metrics.count(Metric.LEDGER_BREAKS);
        LOG.log(Level.ERROR, "{0}", broken);
    }
}
