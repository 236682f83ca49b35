package dev.pixapi.simulation.fault;

import static dev.pixapi.simulation.fault.Fault.CRASH_AFTER;
import static dev.pixapi.simulation.fault.Fault.CRASH_BEFORE;
import static dev.pixapi.simulation.fault.Fault.DOUBLED;
import static dev.pixapi.simulation.fault.Fault.FEWER_IMAGES;
import static dev.pixapi.simulation.fault.Fault.LATE;
import static dev.pixapi.simulation.fault.Fault.LOST;
import static dev.pixapi.simulation.fault.Fault.MORE_IMAGES;
import static dev.pixapi.simulation.fault.Fault.NO_IMAGES;
import static dev.pixapi.simulation.fault.Fault.PROVIDER_BUSY;
import static dev.pixapi.simulation.fault.Fault.PROVIDER_FAILED;
import static dev.pixapi.simulation.fault.Fault.PROVIDER_REJECTED;
import static dev.pixapi.simulation.fault.Fault.PROVIDER_SLOW;
import static dev.pixapi.simulation.fault.Fault.REFUSED;
import static dev.pixapi.simulation.fault.Fault.REPLY_LOST;
import static dev.pixapi.simulation.fault.Fault.SENT_TWICE;
import static dev.pixapi.simulation.fault.Fault.STALLED_AFTER;
import static dev.pixapi.simulation.fault.Fault.STALLED_BEFORE;
import static dev.pixapi.simulation.fault.Fault.UNKNOWN_FREE;
import static dev.pixapi.simulation.fault.Fault.UNKNOWN_PAID;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;

import java.util.ArrayList;
import java.util.List;

/** The steps in which our code meets the world. Between two of them, nobody else does anything. */
public enum Step {
    OPEN(Kind.LEDGER),
    CLAIM(Kind.LEDGER),
    RENEW(Kind.LEDGER),
    SETTLE(Kind.LEDGER),
    GRANT(Kind.LEDGER),
    REFUND(Kind.LEDGER),
    EXPIRE(Kind.LEDGER),
    MOVE(Kind.LEDGER),
    ADMINISTER(Kind.LEDGER),
    POSTPONE(Kind.LEDGER),
    MARK_DELETED(Kind.LEDGER),
    READ(Kind.READ),
    PUT_OBJECT(Kind.WRITE),
    DELETE_OBJECTS(Kind.WRITE),
    GET_OBJECT(Kind.READ),
    SEND(Kind.WRITE, DOUBLED, LOST),
    ACKNOWLEDGE(Kind.WRITE),
    PROVIDER(
            Kind.PROVIDER,
            PROVIDER_BUSY,
            PROVIDER_FAILED,
            PROVIDER_REJECTED,
            UNKNOWN_PAID,
            UNKNOWN_FREE,
            FEWER_IMAGES,
            MORE_IMAGES,
            NO_IMAGES,
            PROVIDER_SLOW);

    private enum Kind {
        READ(CRASH_BEFORE, REFUSED, STALLED_BEFORE, LATE),
        WRITE(
                CRASH_BEFORE,
                CRASH_AFTER,
                REFUSED,
                REPLY_LOST,
                SENT_TWICE,
                STALLED_BEFORE,
                STALLED_AFTER,
                LATE),
        LEDGER(WRITE.faults),
        PROVIDER(CRASH_BEFORE, CRASH_AFTER, STALLED_BEFORE, STALLED_AFTER);

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes it immutable.
        private final List<Fault> faults;

        Kind(Fault... faults) {
            this(List.of(faults));
        }

        Kind(List<Fault> faults) {
            this.faults = faults;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf makes it immutable.
    private final List<Fault> faults;

    private final Kind kind;

    Step(Kind kind, Fault... more) {
        this.kind = kind;
        var all = new ArrayList<Fault>();
        all.add(Fault.NONE);
        all.addAll(kind.faults);
        all.addAll(List.of(more));
        this.faults = List.copyOf(all);
    }

    /** As the adapters tell it: the ledger's knows that nothing was done, and says so. */
    public RuntimeException refusal() {
        return kind == Kind.LEDGER
                ? ApiException.of(ErrorCode.OVERLOADED, "The account is too busy at the moment.")
                : new IllegalStateException(this + " is refused");
    }

    /** Whether it may move credits. */
    public boolean isOfLedger() {
        return kind == Kind.LEDGER;
    }

    /** What may befall it; the first is nothing. */
    public List<Fault> faults() {
        return faults;
    }
}
