package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import java.util.List;
import java.util.Map;

/** What callers do all day: make, repeat, read, list, edit. */
record EverydayFlows(FlowSystem system) {
    private static final String GENERATE = "/v1/images/generations";
    private static final String EDIT = "/v1/images/edits";
    private static final String SUBMIT = "/v1/async/images/generations";
    private static final String SUBMIT_EDIT = "/v1/async/images/edits";

    void run() {
        tellWhatThereIs();
        repeatWhatWasMade();
        repeatWhatNoProviderMakes();
        repeatWhatHasExpired();
        editWhatWasMade();
        showWhatIsIncomplete();
        endTheKey();
    }

    private void tellWhatThereIs() {
        for (var path : List.of("models", "models/gpt-image-2", "credits", "credits/entries")) {
            system.get(200, "/v1/" + path);
        }
        system.post(200, "/v1/quotes", order("a quote"));
    }

    private void repeatWhatWasMade() {
        for (var attempt = 0; attempt < 2; attempt++) {
            var base64 = order("again", "response_format", "b64_json");
            system.post(200, GENERATE, base64, "Idempotency-Key", "generate");
            system.post(200, EDIT, edit(FlowSystem.drawn()), "Idempotency-Key", "edit");
        }
    }

    /** The repeat of a request whose model has gone away is looked for before it is refused. */
    private void repeatWhatNoProviderMakes() {
        var order = Map.of("model", FlowSystem.AWAY, "prompt", "away");
        system.post(503, GENERATE, order, "Idempotency-Key", "away");
        system.post(503, SUBMIT, order, "Idempotency-Key", "away");
    }

    private void repeatWhatHasExpired() {
        for (var path : List.of(SUBMIT, SUBMIT_EDIT)) {
            var order = path.equals(SUBMIT) ? order("task") : edit(FlowSystem.drawn());
            var submitted = system.post(202, path, order, "Idempotency-Key", path);
            var id = system.ended(submitted, "completed");
            system.post(202, path, order, "Idempotency-Key", path);
            system.lose(id, "manifest");
            system.post(202, path, order, "Idempotency-Key", path);
            system.get(200, "/v1/tasks/" + id);
        }
        var last = system.get(200, "/v1/tasks").json().objects("data").getLast().string("id");
        system.get(200, "/v1/tasks?after=" + last);
    }

    private void editWhatWasMade() {
        var made = system.post(200, GENERATE, order("a source")).json();
        var source = edit(made.objects("data").getFirst().string("url"));
        system.post(200, EDIT, source);
        system.ended(system.post(202, SUBMIT_EDIT, source), "completed");
        system.lose(made.string("task_id"), "images/");
        system.post(400, EDIT, source);
        system.post(400, SUBMIT_EDIT, source);
    }

    private void showWhatIsIncomplete() {
        var order = order("partly", "response_format", "b64_json", "n", 2);
        var id = system.ended(system.post(202, SUBMIT, order), "completed");
        system.lose(id, "-0.png");
        system.get(200, "/v1/tasks/" + id);
    }

    private void endTheKey() {
        var ended = system.pixapi.provision("test", 1).string("key_id");
        Map<String, Object> order = Map.of("mode", "test", "account", "ended", "revoke", ended);
        system.pixapi.invoke("Provision", order);
    }

    private static Map<String, Object> edit(String url) {
        return order("an edit", "image", url);
    }
}
