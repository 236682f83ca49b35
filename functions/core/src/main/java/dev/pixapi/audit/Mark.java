package dev.pixapi.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the auditor has come in an account.
 *
 * @param last the id of the last entry that was audited
 * @param sums what the entries come to until there
 * @param suspicion of the holds, which are not read at one moment with the tasks
 */
public record Mark(Optional<String> last, Sums sums, Optional<Suspicion> suspicion) {
    public static final Mark START = new Mark(Optional.empty(), Sums.NONE, Optional.empty());

    /**
     * A difference that may be one of two readings.
     *
     * @param since when it was found first; by every run since then, the same
     */
    public record Suspicion(String difference, Instant since) {}

    /** Behind these lines, which follow it. */
    Mark behind(List<BookLine> lines) {
        return new Mark(Optional.of(lines.getLast().id()), sums.plus(lines), suspicion);
    }

    Mark suspecting(Optional<Suspicion> other) {
        return new Mark(last, sums, other);
    }

    /** The one there is, if it is of the same. */
    Suspicion suspicionOf(String difference, Instant now) {
        return suspicion
                .filter(before -> before.difference().equals(difference))
                .orElse(new Suspicion(difference, now));
    }
}
