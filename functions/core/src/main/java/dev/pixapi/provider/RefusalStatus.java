package dev.pixapi.provider;

import java.util.Set;

/** What the HTTP status of a refusal tells of the work, whichever provider it is. */
public final class RefusalStatus {
    /** Gateways say it in words of their own, without the provider's error object. */
    public static final int TOO_LARGE = 413;

    /**
     * What comes before the work: another address, a wrong key or name of ours, too many requests,
     * no capacity.
     */
    private static final Set<Integer> FREE =
            Set.of(301, 302, 303, 307, 308, 401, 403, 404, 429, 503);

    /** Somebody on the way lost patience: the work may go on behind it, and be paid. */
    private static final Set<Integer> TIMED_OUT = Set.of(408, 499, 504, 524);

    /** The request itself is at fault, or is too large. */
    private static final Set<Integer> OF_THE_REQUEST = Set.of(400, TOO_LARGE, 422);

    private RefusalStatus() {}

    /** True when it is known that nothing was begun. */
    public static boolean isFree(int status) {
        return FREE.contains(status);
    }

    /** True when the outcome of the work is unknown. */
    public static boolean isTimeout(int status) {
        return TIMED_OUT.contains(status);
    }

    public static boolean isOfTheRequest(int status) {
        return OF_THE_REQUEST.contains(status);
    }
}
