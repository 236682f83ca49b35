package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import java.util.List;
import java.util.Map;

/** Requests that cost more than all shards of their account have, which takes a look at all. */
record ShardFlows(FlowSystem system) {
    private static final List<String> PATHS =
            List.of(
                    "/v1/images/generations",
                    "/v1/images/edits",
                    "/v1/async/images/generations",
                    "/v1/async/images/edits");

    void run() {
        var account = system.pixapi.provision("live", 1);
        Map<String, Object> reshard =
                Map.of("mode", "live", "account", account.string("account"), "shards", 2);
        system.pixapi.invoke("Correct", reshard);
        for (var path : PATHS) {
            var body =
                    path.endsWith("edits")
                            ? order("dear", "n", 10, "image", FlowSystem.drawn())
                            : order("dear", "n", 10);
            FlowSystem.answered(402, system.pixapi.post(path, account.string("key"), body));
        }
    }
}
