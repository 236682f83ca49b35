package dev.pixapi.simulation.fault;

/** What may befall a step. */
public enum Fault {
    NONE,
    /** The process is killed before anything is done. */
    CRASH_BEFORE,
    /** It is done, and the process is killed before it knows. */
    CRASH_AFTER,
    /** It is not done, and the process is told so: throttled, contended for too long, or away. */
    REFUSED,
    /** It is done, and the reply is lost for good. */
    REPLY_LOST,
    /** It is done, the reply is lost, and the client sends it once more. */
    SENT_TWICE,
    /** The process stands still for longer than a lease, then it is done. */
    STALLED_BEFORE,
    /** It is done, then the process stands still for longer than a lease. */
    STALLED_AFTER,
    /** A little later, so that another comes first. */
    LATE,
    /** A message is delivered twice, at the same time. */
    DOUBLED,
    /** A message that was accepted is never delivered. */
    LOST,

    /** The provider refuses, and has begun nothing. */
    PROVIDER_BUSY,
    /** The provider fails, and says so. */
    PROVIDER_FAILED,
    PROVIDER_REJECTED,
    /** It did the work; no answer comes. */
    UNKNOWN_PAID,
    /** It did nothing; no answer comes. */
    UNKNOWN_FREE,
    FEWER_IMAGES,
    MORE_IMAGES,
    NO_IMAGES,
    /** Longer than a lease, which heartbeats prolong. */
    PROVIDER_SLOW;

    /** Whether no caller should notice it. */
    public boolean isHarmless() {
        return switch (this) {
            case NONE, SENT_TWICE, LATE, DOUBLED, PROVIDER_SLOW -> true;
            default -> false;
        };
    }

    /** Whether every process still does all that it set out to do. */
    public boolean letsAllBeDone() {
        return isHarmless() || isStall() || this == LOST;
    }

    /** Whether a process stands still. */
    public boolean isStall() {
        return this == STALLED_BEFORE || this == STALLED_AFTER;
    }
}
