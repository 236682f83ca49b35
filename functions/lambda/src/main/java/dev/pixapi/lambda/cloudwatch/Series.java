package dev.pixapi.lambda.cloudwatch;

import dev.pixapi.metric.Metric;

import java.util.Optional;

/**
 * A metric, or the part of it that has one value of its dimension.
 *
 * @param of as CloudWatch takes it
 */
record Series(Metric metric, Optional<String> of) {
    /** CloudWatch takes more; a name is shorter. */
    private static final int LONGEST = 255;

    /** What a metric without a dimension is said to be of does not matter. */
    static Series of(Metric metric, Optional<String> of) {
        return new Series(
                metric,
                metric.dimension()
                        .flatMap(_ -> of)
                        .map(Series::plain)
                        .filter(text -> !text.isBlank()));
    }

    /** Printable ASCII, which is all that a dimension may have. */
    static String plain(String text) {
        var plain = text.replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
