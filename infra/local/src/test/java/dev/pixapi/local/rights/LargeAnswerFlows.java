package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;

import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.NoisyPictures;

import java.net.URI;
import java.net.http.HttpRequest;

/** Answers that a stage which buffers has to store, and their deletion. */
record LargeAnswerFlows(FlowSystem system) {
    void run() {
        system.upstream.behave(NoisyPictures.four());
        var large = order("large", "n", 4, "response_format", "b64_json");
        var made = follow(system.post(303, "/v1/images/generations", large));
        system.delete(200, "/v1/tasks/" + made.json().string("task_id") + "/media");

        large.put("image", FlowSystem.drawn());
        follow(system.post(303, "/v1/images/edits", large));

        large.remove("image");
        var submitted = system.post(202, "/v1/async/images/generations", large);
        var id = system.ended(submitted, "completed");
        follow(system.get(303, "/v1/tasks/" + id));
        system.upstream.behave(Images.asAsked());
    }

    private Answer follow(Answer redirect) {
        var location = URI.create(redirect.headers().get("location"));
        return FlowSystem.answered(200, system.pixapi.send(HttpRequest.newBuilder(location)));
    }
}
