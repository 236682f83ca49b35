package dev.pixapi.local.kill;

import dev.pixapi.local.TestingSystem.Answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/**
 * A request, and what its clients were told of it. Its label is in its metadata and in its prompt,
 * so that its tasks and its paid calls can be counted.
 *
 * @param keyed with an Idempotency-Key, which is its label
 * @param answers one for each time that it was sent and answered
 * @param cancels answers to cancellations of its task
 */
record Sent(
        String label,
        boolean sync,
        boolean keyed,
        Map<String, Object> body,
        Queue<Answer> answers,
        Queue<Answer> cancels) {
    /** What the sandbox makes of a prompt; half of them are well-behaved. */
    private static final List<String> TEST =
            List.of(
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "[slow 1s] ",
                    "[slow 1s] ",
                    "[partial 2] ",
                    "[reject] ",
                    "[fail] ",
                    "[timeout] ",
                    "[corrupt] ");

    /** What {@link Provider} makes of one. */
    private static final List<String> LIVE =
            List.of("", "", "", Provider.SLOW, Provider.LOST, Provider.REFUSED);

    static Sent test(String label, RandomGenerator random) {
        var prompt = TEST.get(random.nextInt(TEST.size())) + label;
        return of(label, random, Map.of("model", "nano-banana-2-512", "prompt", prompt));
    }

    static Sent live(String label, RandomGenerator random) {
        var prompt = LIVE.get(random.nextInt(LIVE.size())) + label;
        return of(
                label, random, Map.of("model", "gpt-image-2", "quality", "low", "prompt", prompt));
    }

    private static Sent of(String label, RandomGenerator random, Map<String, Object> order) {
        var body = new HashMap<>(order);
        body.put("n", 1 + random.nextInt(3));
        body.put("metadata", Map.of("label", label));
        return new Sent(
                label,
                random.nextBoolean(),
                random.nextInt(3) > 0,
                Map.copyOf(body),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>());
    }

    String path() {
        return sync ? "/v1/images/generations" : "/v1/async/images/generations";
    }

    String[] headers() {
        return keyed ? new String[] {"Idempotency-Key", label} : new String[0];
    }

    /** The tasks that were promised: one, if any. */
    List<String> tasks() {
        return answers.stream()
                .filter(answer -> answer.status() < 300)
                .map(answer -> answer.json().string(sync ? "task_id" : "id"))
                .distinct()
                .toList();
    }

    boolean isCanceled() {
        return cancels.stream().anyMatch(answer -> answer.status() == 200);
    }
}
