package dev.pixapi.local.conformance;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.ledger.Order;
import dev.pixapi.ledger.RefundOutcome;
import dev.pixapi.ledger.Task;

import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What a call came to, without what may differ between the sides. */
sealed interface Outcome {
    /** It returned this. */
    record Returned(Object value) implements Outcome {}

    /** It was refused as nothing that may be asked for: there is no such account, say. */
    record Refused() implements Outcome {}

    /** It failed as no call of ours does. */
    record Failed(String how) implements Outcome {}

    /** An entry without its name, which the model makes otherwise. */
    record Line(Kind kind, Credits credits, String reference, Optional<String> part, Object rest) {
        static Line of(Entry entry) {
            return new Line(
                    entry.kind(),
                    entry.credits(),
                    entry.reference(),
                    entry.part(),
                    List.of(entry.changes(), entry.time()));
        }
    }

    /** What a refund says, but for the media. */
    record Refunded(Order order, int shard, Credits charged, Credits refunded) {}

    static Outcome of(Operation operation, Side side) {
        try {
            return new Returned(comparable(operation.call().on(side)));
        } catch (NoSuchElementException | IllegalArgumentException _) {
            return new Refused();
        } catch (TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream()
                            .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))
                    ? new Refused()
                    : new Failed(cancelled.toString());
        }
    }

    /**
     * Lists of entries in one order also where their times are equal. A refund brings back the task
     * that was read, which does not know of media that were deleted since.
     */
    static Object comparable(Object value) {
        return switch (value) {
            case RefundOutcome.Refunded(Task(var order, var shard, var progress)) ->
                    new Refunded(order, shard, progress.charged(), progress.refunded());
            case List<?> list when list.stream().allMatch(Entry.class::isInstance) -> lines(list);
            default -> value;
        };
    }

    private static List<Line> lines(List<?> entries) {
        return entries.stream()
                .map(Entry.class::cast)
                .map(Line::of)
                .sorted(Comparator.comparing(Line::toString))
                .toList();
    }

    /** By which it is counted: {@code claim Leased}, {@code find nothing}. */
    default String name(String kind) {
        return kind
                + " "
                + switch (this) {
                    case Refused _ -> "refused";
                    case Failed _ -> "failed";
                    case Returned(Boolean truth) -> truth ? "yes" : "no";
                    case Returned(Optional<?> found) -> found.isPresent() ? "something" : "nothing";
                    case Returned(String done) -> done;
                    case Returned(Collection<?> all) -> all.isEmpty() ? "nothing" : "something";
                    case Returned(Object value) -> value.getClass().getSimpleName();
                };
    }
}
