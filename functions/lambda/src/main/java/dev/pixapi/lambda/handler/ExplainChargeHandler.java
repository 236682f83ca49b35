package dev.pixapi.lambda.handler;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.task.Charge;
import dev.pixapi.task.ExplainCharge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The operator's own explanation of a task's charge, of any account: the same as {@link
 * ChargeHandler} gives to the task's caller, behind the account that it belongs to.
 *
 * <pre>{"task": "task_…"}  is answered with
 * {"mode": "live", "account": "acme", "object": "task.charge", …}</pre>
 */
public final class ExplainChargeHandler extends OperatorHandler {
    private final Supplier<ExplainCharge> explain;

    public ExplainChargeHandler() {
        this(Pixapi.onAws(ExplainChargeHandler.class));
    }

    public ExplainChargeHandler(Pixapi pixapi) {
        super(pixapi);
        this.explain = Lazy.of(pixapi::explainCharge);
    }

    @Override
    Map<String, Object> answer(Fields order) {
        return TaskId.parse(order.string("task"))
                .flatMap(explain.get()::explain)
                .map(ExplainChargeHandler::json)
                .orElseThrow(() -> new IllegalArgumentException("task: there is no such task"));
    }

    private static Map<String, Object> json(Charge charge) {
        var account = charge.task().order().account();
        var json = new LinkedHashMap<String, Object>();
        json.put("mode", account.mode().wireName());
        json.put("account", account.name());
        json.putAll(ChargeJson.of(charge));
        return json;
    }
}
