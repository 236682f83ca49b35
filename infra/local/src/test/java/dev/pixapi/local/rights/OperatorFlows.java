package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import java.util.Map;

/** An account whose operator explains a charge, gives it back, and puts a counter right. */
record OperatorFlows(FlowSystem system) {
    void run() {
        var account = system.pixapi.provision("live", 10);
        var key = account.string("key");
        var body = order("refunded");
        var made = system.pixapi.post("/v1/images/generations", key, body).json();
        var task = made.string("task_id");
        system.pixapi.get("/v1/tasks/" + task + "/charge", key);
        system.pixapi.invoke("ExplainCharge", Map.of("task", task));

        var name = account.string("account");
        var refund = Map.of("task", task, "id", "ticket-17");
        correct(name, "refund", refund);
        // Nothing is left to give back, and the entries tell that this refund was made.
        correct(name, "refund", refund);
        correct(name, "shards", 2);
        correct(name, "freeze", "a look at it");
        correct(name, "adjust", Map.of("id", "ticket-18", "available", 1, "granted", 1));
        correct(name, "unfreeze", true);
    }

    private void correct(String account, String what, Object order) {
        system.pixapi.invoke("Correct", Map.of("mode", "live", "account", account, what, order));
    }
}
