package dev.pixapi.metric;

/**
 * What tells the values of a metric apart. Each value is a metric of its own, which CloudWatch
 * charges for: only what has few values that the operator knows, and never an account, a key, a
 * task or a prompt.
 */
public enum Dimension {
    /** {@code live} or {@code test}. */
    MODE("Mode"),
    /** By its name in the catalogue. */
    PROVIDER("Provider"),
    /** As it stands in an answer. */
    ERROR_CODE("ErrorCode");

    private final String title;

    Dimension(String title) {
        this.title = title;
    }

    /** Its name in CloudWatch. */
    public String title() {
        return title;
    }
}
