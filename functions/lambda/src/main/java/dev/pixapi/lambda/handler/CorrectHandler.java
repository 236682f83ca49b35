package dev.pixapi.lambda.handler;

import dev.pixapi.account.AccountId;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.provisioning.CorrectAccount;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The operator's second function, invoked directly, which puts right what went wrong. An order
 * names an account and one of these:
 *
 * <pre>{"mode": "live", "account": "acme",
 *  "refund": {"task": "task_…", "id": "ticket-17", "credits": 2.5},
 *  "freeze": "why nothing more may be held",
 *  "unfreeze": true,
 *  "adjust": {"id": "ticket-18", "shard": 0, "available": 4, "held": -4, "spent": 0,
 *             "granted": 0, "expired": 0, "refunded": 0},
 *  "shards": 4}</pre>
 *
 * <p>A refund without {@code credits} gives back all that is left of the charge. Refunds and
 * adjustments are made once for each id. An adjustment changes one row of a frozen account by what
 * it names, up or down. The answer has the {@code outcome}, and the account as it stands then:
 *
 * <pre>{"mode": "live", "account": "acme", "outcome": "refunded", "credits": 2.5,
 *  "frozen": null, "balance": {"available": …, "held": …, "spent": …, "granted": …,
 *  "expired": …, "refunded": …}, "shards": [each row, with what it has of these]}</pre>
 */
public final class CorrectHandler extends OperatorHandler {
    private final Supplier<CorrectAccount> correct;

    public CorrectHandler() {
        this(Pixapi.onAws(CorrectHandler.class));
    }

    public CorrectHandler(Pixapi pixapi) {
        super(pixapi);
        this.correct = Lazy.of(pixapi::correctAccount);
    }

    @Override
    Map<String, Object> answer(Fields order) {
        var account = account(order);
        var before = correct.get().shards(account);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("mode", account.mode().wireName());
        answer.put("account", account.name());
        answer.putAll(outcome(account, Correction.of(order, before)));
        answer.putAll(AccountJson.of(correct.get().shards(account)));
        return answer;
    }

    private Map<String, Object> outcome(AccountId account, Correction correction) {
        return switch (correction) {
            case Correction.Refund(var task, var id, var credits) ->
                    OutcomeJson.of(correct.get().refund(account, task, id, credits));
            case Correction.Freeze(var reason) -> {
                correct.get().freeze(account, reason);
                yield OutcomeJson.of("frozen");
            }
            case Correction.Unfreeze() ->
                    OutcomeJson.of(correct.get().unfreeze(account) ? "unfrozen" : "not_frozen");
            case Correction.Adjust(var id, var shard, var changes) ->
                    OutcomeJson.of(correct.get().adjust(account, shard, id, changes));
            case Correction.Reshard(var shards) -> {
                correct.get().reshard(account, shards);
                yield OutcomeJson.of("resharded");
            }
        };
    }
}
