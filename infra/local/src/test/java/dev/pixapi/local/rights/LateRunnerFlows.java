package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import dev.pixapi.lambda.blueprint.Access.Action;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Images;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runners that come back when another has ended their task and its media were deleted. The provider
 * keeps the first call of each prompt waiting; no heartbeat is heard meanwhile.
 */
record LateRunnerFlows(FlowSystem system) {
    void run() {
        var release = new CountDownLatch(1);
        system.disturbance.lose(Disturbance.HEARTBEATS);
        system.upstream.behave(firstsUntil(release));
        var made = start("/v1/images/generations", order("generated late"));
        var edited = start("/v1/images/edits", order("edited late", "image", FlowSystem.drawn()));
        system.post(202, "/v1/async/images/generations", order("worked late"));
        FlowSystem.waitFor(this::areCompletedByOthers);
        for (var task : system.get(200, "/v1/tasks").json().objects("data")) {
            system.delete(200, "/v1/tasks/" + task.string("id") + "/media");
        }
        release.countDown();
        FlowSystem.answered(410, made.join());
        FlowSystem.answered(410, edited.join());
        FlowSystem.waitFor(this::hasWorkerTidiedUp);
        system.disturbance.end();
    }

    private static Behaviour firstsUntil(CountDownLatch release) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return exchange -> {
            if (seen.add(exchange.request().prompt())) {
                release.await();
            }
            Images.asAsked().serve(exchange);
        };
    }

    private CompletableFuture<Answer> start(String path, Map<String, Object> body) {
        return CompletableFuture.supplyAsync(() -> system.pixapi.post(path, system.key, body));
    }

    private boolean areCompletedByOthers() {
        system.sweep();
        var tasks = system.get(200, "/v1/tasks").json().objects("data");
        return tasks.size() == 3
                && tasks.stream().allMatch(task -> task.string("status").equals("completed"));
    }

    private boolean hasWorkerTidiedUp() {
        return system.used(TestingGuards.function("Worker")).stream()
                        .filter(right -> right.action() == Action.DELETE_OBJECT)
                        .count()
                == 2;
    }
}
