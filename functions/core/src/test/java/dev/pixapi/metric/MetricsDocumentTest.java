package dev.pixapi.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** docs/metrics.md says what the code counts; it is written by this test, when asked to. */
class MetricsDocumentTest {
    private static final Path FILE = Path.of("../../docs/metrics.md");
    private static final String WRITE = "docs.write";
    private static final String COMMAND =
            "mvn test -pl functions/core -Dtest=MetricsDocumentTest -D" + WRITE;

    private static final String HEAD =
            """
            # Metrics

            What Pixapi counts for its operator, in CloudWatch, under the namespace of the stack. The functions write
            no metric by a call: each event ends with a line in the log, in CloudWatch's [embedded metric
            format](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html),
            from which CloudWatch takes the numbers. The line has the id of the request or of the task beside them,
            and never an account, a key or a prompt. Locally nothing is written until `PIXAPI_METRICS_NAMESPACE` is set.

            Read the sum, unless the meaning says otherwise. What stayed zero is not written, `OldestDueSeconds` aside:
            an alarm treats missing data as not breaching. A metric with a dimension is there as a whole and once for each
            value of it. CloudWatch charges for each of these in the hours in which it is written.

            Whatever is about providers and their cost (the columns of `Provider`, `CostAtRisk`, `WastedImages`) is of live
            accounts alone: a test account's images are drawn here, whatever misbehaviour its prompts ask for. Credits are
            the caller's, one a US cent; what the provider takes is on the provider's bill.

            Of the table below, this command makes a new one from the code: `COMMAND`

            | Metric | Unit | By | Meaning |
            |---|---|---|---|
            """;

    @Test
    void saysWhatTheCodeCounts() throws IOException {
        var text = HEAD.replace("COMMAND", COMMAND) + rows();
        if (System.getProperty(WRITE) != null) {
            Files.writeString(FILE, text);
        }
        assertEquals(text, Files.readString(FILE), "docs/metrics.md is old; renew it: " + COMMAND);
    }

    private static String rows() {
        return Arrays.stream(Metric.values())
                .map(MetricsDocumentTest::row)
                .collect(Collectors.joining());
    }

    private static String row(Metric metric) {
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        metric.title(),
                        metric.unit().title(),
                        metric.dimension().map(by -> "`" + by.title() + "`").orElse(""),
                        metric.meaning())
                .replace(System.lineSeparator(), "\n");
    }
}
