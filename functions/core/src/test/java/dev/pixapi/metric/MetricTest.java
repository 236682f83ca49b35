package dev.pixapi.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.Mode;
import dev.pixapi.ledger.BrokenRow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class MetricTest {
    /** In a line of CloudWatch's embedded format. */
    private static final int MOST_IN_A_LINE = 100;

    private final List<String> counted = new ArrayList<>();
    private final Metrics metrics = (metric, _, value) -> counted.add(metric + " " + value);

    @ParameterizedTest
    @EnumSource
    void isCalledAlikeInTheCodeAndInCloudWatch(Metric metric) {
        var words = metric.title().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        assertEquals(metric.name(), words.toUpperCase(Locale.ROOT));
        assertTrue(metric.meaning().endsWith("."), metric.meaning());
    }

    @Test
    void allFitInOneLine() {
        assertTrue(Metric.values().length <= MOST_IN_A_LINE);
    }

    @Test
    void aBrokenRowIsAFaultWhereItEndsAndABreakOfTheLedger() {
        metrics.fault(Metric.SWEEP_FAILURES, new BrokenRow("a row"));
        metrics.fault(Metric.SWEEP_FAILURES, new IllegalStateException("the table is gone"));
        assertEquals(
                List.of("SWEEP_FAILURES 1.0", "LEDGER_BREAKS 1.0", "SWEEP_FAILURES 1.0"), counted);
    }

    @Test
    void whatCostsMoneyIsCountedForLiveAccountsAlone() {
        metrics.wherePaid(Mode.TEST).count(Metric.PROVIDER_CALLS);
        assertEquals(List.of(), counted);
        metrics.wherePaid(Mode.LIVE).count(Metric.PROVIDER_CALLS);
        assertEquals(List.of("PROVIDER_CALLS 1.0"), counted);
    }
}
