package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import dev.pixapi.local.TestingSystem.Answer;

/** Tasks whose message or whose request is lost: canceled, buried, swept, given up. */
record LossFlows(FlowSystem system) {
    private static final String SUBMIT = "/v1/async/images/generations";

    void run() {
        system.disturbance.lose(Disturbance.REQUESTS);
        system.post(500, SUBMIT, order("not kept"));
        system.post(500, "/v1/async/images/edits", order("not kept", "image", FlowSystem.drawn()));

        system.disturbance.lose(Disturbance.MESSAGES);
        var canceled = unsent().json().string("id");
        system.post(200, "/v1/tasks/" + canceled + "/cancel", order("canceled"));
        var dead = unsent();
        system.bury(dead.json().string("id"));
        system.ended(dead, "failed");
        var late = unsent().json().string("id");
        FlowSystem.waitFor(
                () -> {
                    system.sweep();
                    return system.status(late).equals("failed");
                });
        system.disturbance.end();
    }

    private Answer unsent() {
        return system.post(202, SUBMIT, order("not sent"));
    }
}
