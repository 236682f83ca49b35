package dev.pixapi.lambda.handler;

import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.AdjustOutcome.Adjusted;
import dev.pixapi.ledger.AdjustOutcome.AdjustedBefore;
import dev.pixapi.ledger.AdjustOutcome.BelowNothing;
import dev.pixapi.ledger.AdjustOutcome.NotFrozen;
import dev.pixapi.ledger.RefundOutcome;
import dev.pixapi.ledger.RefundOutcome.NotCharged;
import dev.pixapi.ledger.RefundOutcome.Refunded;
import dev.pixapi.ledger.RefundOutcome.RefundedBefore;
import dev.pixapi.ledger.RefundOutcome.TooMuch;

import java.util.LinkedHashMap;
import java.util.Map;

/** What became of a correction, in a word, and the sums that explain it. */
final class OutcomeJson {
    private OutcomeJson() {}

    static Map<String, Object> of(String outcome) {
        var json = new LinkedHashMap<String, Object>();
        json.put("outcome", outcome);
        return json;
    }

    static Map<String, Object> of(RefundOutcome outcome) {
        return switch (outcome) {
            case Refunded(var task) -> {
                var progress = task.progress();
                var json = of("refunded");
                json.put("charged", progress.charged().toJson());
                json.put("refunded", progress.refunded().toJson());
                yield json;
            }
            case RefundedBefore(var credits) -> {
                var json = of("refunded_before");
                json.put("credits", credits.toJson());
                yield json;
            }
            case TooMuch(var charged, var refunded) -> {
                var json = of("too_much");
                json.put("charged", charged.toJson());
                json.put("refunded", refunded.toJson());
                yield json;
            }
            case NotCharged() -> of("not_charged");
        };
    }

    static Map<String, Object> of(AdjustOutcome outcome) {
        return switch (outcome) {
            case Adjusted() -> of("adjusted");
            case AdjustedBefore(var changes) -> {
                var json = of("adjusted_before");
                json.put("changes", EntryJson.changes(changes));
                yield json;
            }
            case BelowNothing() -> of("below_nothing");
            case NotFrozen() -> of("not_frozen");
        };
    }
}
