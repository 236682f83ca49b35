package dev.pixapi.cloud.docs;

import dev.pixapi.metric.Dimension;
import dev.pixapi.metric.Metric;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.Collectors;

class MetricsDocTest {
    @Test
    void theTableOfMetricsIsTheirEnum() {
        new GeneratedText("docs/metrics.md", "metrics")
                .is(
                        Arrays.stream(Metric.values())
                                .map(MetricsDocTest::row)
                                .collect(
                                        Collectors.joining(
                                                "\n",
                                                """
                                                | Metric | Unit | By | Meaning |
                                                |---|---|---|---|
                                                """,
                                                "")));
    }

    private static String row(Metric metric) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        metric.title(),
                        metric.unit().title(),
                        metric.dimension().map(MetricsDocTest::code).orElse(""),
                        metric.meaning());
    }

    private static String code(Dimension by) {
        return "`" + by.title() + "`";
    }
}
