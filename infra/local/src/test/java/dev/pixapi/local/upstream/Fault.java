package dev.pixapi.local.upstream;

/**
 * A row of the table: what the far side does, and what the caller has of it.
 *
 * @param asked images, at 4 credits each
 */
public record Fault(String name, int asked, Behaviour upstream, Ending ending) {
    public static final int PRICE = 4;

    /**
     * How a request ends.
     *
     * @param code of the error; empty where there is none
     * @param retry what x-should-retry tells the caller's SDK
     * @param delivered images that can be read, and are charged
     */
    public record Ending(int status, String code, boolean retry, int delivered) {}

    /** Some images, perhaps not as many as asked. */
    public static Fault delivers(int delivered, String name, int asked, Behaviour upstream) {
        return new Fault(name, asked, upstream, new Ending(200, "", false, delivered));
    }

    /** The provider's safety rules. */
    public static Fault rejected(String name, Behaviour upstream) {
        return new Fault(name, 1, upstream, new Ending(422, "prompt_rejected", false, 0));
    }

    /** Likewise, of the images that it made. */
    public static Fault outputRejected(String name, Behaviour upstream) {
        return new Fault(name, 1, upstream, new Ending(422, "output_rejected", false, 0));
    }

    /** The request itself does not suit the provider: a repeat would not either. */
    public static Fault notAccepted(String name, Behaviour upstream) {
        return new Fault(name, 1, upstream, new Ending(400, "invalid_value", false, 0));
    }

    /** It is known that nothing usable was made, or the operator has something to mend. */
    public static Fault unavailable(String name, Behaviour upstream) {
        return new Fault(name, 1, upstream, new Ending(503, "model_unavailable", true, 0));
    }

    /** It may have been paid; nobody is invited to repeat it. */
    public static Fault unknown(String name, Behaviour upstream) {
        return new Fault(name, 1, upstream, new Ending(504, "model_timeout", false, 0));
    }

    public int charge() {
        return PRICE * ending.delivered();
    }

    @Override
    public String toString() {
        return name;
    }
}
