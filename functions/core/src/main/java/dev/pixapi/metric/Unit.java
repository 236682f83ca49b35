package dev.pixapi.metric;

/**
 * Those of CloudWatch's units that are used.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html">MetricDatum</a>
 */
public enum Unit {
    COUNT("Count", true),
    /** Credits, for which CloudWatch has no unit; one is a US cent. */
    NONE("None", true),
    SECONDS("Seconds", false),
    MILLISECONDS("Milliseconds", false);

    private final String title;
    private final boolean adds;

    Unit(String title, boolean adds) {
        this.title = title;
        this.adds = adds;
    }

    /** Its name in CloudWatch. */
    public String title() {
        return title;
    }

    /** Whether the sum of several values says as much as they do. */
    public boolean adds() {
        return adds;
    }
}
