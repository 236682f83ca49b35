package dev.pixapi.local.conformance;

import dev.pixapi.local.ledger.Wire;
import dev.pixapi.local.ledger.Wire.Fault;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What DynamoDB answers now and then, and its emulator never does. */
final class Disturbances {
    private static final Set<String> TWO_WRITES = Set.of("refund", "freeze", "unfreeze");

    /** Of which each is one write of one row; the others are transactions. */
    private static final Set<String> SINGLE =
            Set.of("createAccount", "claim", "renew", "postpone", "markMediaDeleted");

    /** As many as the SDK sends a write. */
    private static final int SENT = 3;

    private final RandomGenerator random;

    Disturbances(RandomGenerator random) {
        this.random = random;
    }

    List<Fault> of(Operation operation) {
        var conflicts = Collections.nCopies(1 + random.nextInt(4), conflict(operation));
        return switch (random.nextInt(500)) {
            case 0 -> List.of(throttling(operation));
            case 1 -> Collections.nCopies(lost(operation), new Fault.LostReply());
            case 2, 3, 4 -> List.of(new Fault.LostReply());
            case 5 -> List.of(conflicts.getFirst(), new Fault.LostReply());
            default -> random.nextInt(16) == 0 ? conflicts : List.of();
        };
    }

    /**
     * All that are sent; then it may have been done. Of what may take two writes, one: where it was
     * read too early, or has more shards than was thought, it is the second write that does it, and
     * no reply to the first does not mean that it is done.
     */
    private static int lost(Operation operation) {
        return TWO_WRITES.contains(operation.kind()) ? 1 : SENT;
    }

    private static Fault conflict(Operation operation) {
        return SINGLE.contains(operation.kind())
                ? Wire.conflict()
                : Wire.cancelled("None", "TransactionConflict");
    }

    /** A transaction is given up at once; the SDK itself waits, and sends a single write again. */
    private static Fault throttling(Operation operation) {
        return SINGLE.contains(operation.kind())
                ? new Fault.Refused("ThrottlingException", Map.of())
                : Wire.cancelled("None", "ThrottlingError");
    }
}
