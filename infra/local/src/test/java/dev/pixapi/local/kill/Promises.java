package dev.pixapi.local.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingClient;
import dev.pixapi.local.TestingSystem.Answer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the clients of an account were told, held against its books when all of its tasks should
 * have ended.
 */
record Promises(TestingClient client, Account account, Books books) {
    /**
     * @return the images that were read
     */
    int check() {
        assertEquals(0, books.number("held"), "held by " + account.name());
        assertEquals(
                account.grants().size() * Account.GRANT,
                books.number("granted"),
                "granted to " + account.name());
        var byLabel = books.tasks().stream().collect(Collectors.groupingBy(Promises::label));
        for (var sent : account.requests()) {
            var tasks = byLabel.getOrDefault(sent.label(), List.of());
            assertTrue(tasks.size() <= 1, () -> sent.label() + " made " + tasks);
            var byId = tasks.stream().collect(Collectors.toMap(t -> t.string("id"), t -> t));
            checkAnswers(sent, byId);
        }
        return books.tasks().stream().mapToInt(this::checkImages).sum();
    }

    private static String label(Fields task) {
        return task.object("metadata").string("label");
    }

    /** The request has one task, or none if it was refused or never came. */
    private static void checkAnswers(Sent sent, Map<String, Fields> tasks) {
        for (var promised : sent.tasks()) {
            var task = tasks.get(promised);
            assertTrue(task != null, () -> sent.label() + " lost " + promised);
            assertFalse(Books.isUnfinished(task), () -> promised + " is stuck");
            if (sent.isCanceled()) {
                assertEquals("canceled", task.string("status"), promised);
            }
        }
        sent.answers().stream()
                .filter(answer -> sent.sync() && answer.status() == 200)
                .forEach(answer -> checkCharge(answer.json(), tasks));
        sent.answers().forEach(answer -> checkFailure(sent, answer, tasks));
    }

    /** What was said to be charged is charged. */
    private static void checkCharge(Fields answer, Map<String, Fields> tasks) {
        var task = tasks.get(answer.string("task_id"));
        assertEquals("completed", task.string("status"));
        assertEquals(answer.number("credits"), task.object("credits").number("charged"), "charged");
    }

    /** Who was told of a failure is not charged. */
    private static void checkFailure(Sent sent, Answer answer, Map<String, Fields> tasks) {
        switch (answer.status()) {
            case 200, 202 -> {}
            // Nothing was opened; a repeat may have been luckier.
            case 402 -> {}
            // 500 where its runners were killed, each in its turn.
            case 422, 500, 503, 504 ->
                    tasks.values().forEach(task -> assertEquals("failed", task.string("status")));
            default -> fail(sent.label() + " was answered " + answer.status());
        }
    }

    /** As many images as were charged, each of them there. */
    private int checkImages(Fields task) {
        var charged = task.object("credits").number("charged");
        if (charged == 0) {
            return 0;
        }
        var images = task.object("result").objects("data");
        assertEquals(charged, images.size() * account.price(), "images of " + task.string("id"));
        images.forEach(image -> checkImage(image.string("url")));
        return images.size();
    }

    private void checkImage(String url) {
        var image = client.image(url);
        assertEquals(200, image.status(), url);
        assertEquals("image/png", image.headers().get("content-type"), url);
        var found = ImageInspector.inspect(image.body()).orElseThrow();
        assertEquals(ImageFormat.PNG, found.format(), url);
    }
}
