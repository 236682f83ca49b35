package dev.pixapi.local.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an account's owner can read of it, all of one moment, and what must hold between these: the
 * invariants 1 to 5 of the ledger.
 */
record Books(String account, Fields credits, List<Fields> tasks, List<Fields> entries) {
    private static final Set<String> UNFINISHED = Set.of("submitted", "processing");
    private static final int MOST_READS = 200;

    /**
     * As it stands while nobody opens tasks: the balance was the same before and after all else was
     * read, so that nothing had ended in between.
     */
    static Books of(TestingClient client, Account account) {
        for (var i = 0; i < MOST_READS; i++) {
            var before = credits(client, account);
            var tasks = pages(client, account, "/v1/tasks?limit=100");
            var entries = pages(client, account, "/v1/credits/entries?limit=100");
            if (before.values().equals(credits(client, account).values())) {
                return new Books(account.name(), before, tasks, entries);
            }
        }
        throw new AssertionError(account.name() + " does not come to rest");
    }

    static Fields credits(TestingClient client, Account account) {
        return client.get("/v1/credits", account.key()).json();
    }

    private static List<Fields> pages(TestingClient client, Account account, String path) {
        var all = new ArrayList<Fields>();
        var page = client.get(path, account.key()).json();
        all.addAll(page.objects("data"));
        while (page.flag("has_more", false)) {
            var next = path + "&after=" + all.getLast().string("id");
            page = client.get(next, account.key()).json();
            all.addAll(page.objects("data"));
        }
        return all;
    }

    void check() {
        for (var counter : List.of("available", "held", "spent", "granted")) {
            assertTrue(number(counter) >= 0, counter + " of " + account);
        }
        assertEquals(
                number("granted") + number("refunded"),
                number("available") + number("held") + number("spent") + number("expired"),
                "the counters of " + account);
        assertEquals(number("held"), sum(tasks, "held"), "held by " + account);
        assertEquals(number("spent"), sum(tasks, "charged"), "charges of " + account);
        assertEquals(number("spent"), sum("settle"), "settled of " + account);
        assertEquals(number("granted"), sum("grant"), "granted to " + account);
        tasks.forEach(this::checkTask);
        var settled = entries("settle").map(entry -> entry.string("task_id")).toList();
        assertEquals(settled.size(), Set.copyOf(settled).size(), "entries of " + account);
        var known = tasks.stream().map(task -> task.string("id")).toList();
        assertTrue(known.containsAll(settled), "entries without a task of " + account);
    }

    private void checkTask(Fields task) {
        var id = task.string("id");
        var charged = task.object("credits").number("charged");
        var mine = entries("settle").filter(entry -> entry.string("task_id").equals(id));
        var expected = isUnfinished(task) ? List.<Long>of() : List.of(charged);
        assertEquals(expected, mine.map(e -> e.number("credits")).toList(), "the entries of " + id);
        assertEquals(task.string("status").equals("completed"), charged > 0, "charge of " + id);
    }

    static boolean isUnfinished(Fields task) {
        return UNFINISHED.contains(task.string("status"));
    }

    long number(String counter) {
        return credits.number(counter);
    }

    private Stream<Fields> entries(String type) {
        return entries.stream().filter(entry -> entry.string("type").equals(type));
    }

    private long sum(String type) {
        return entries(type).mapToLong(entry -> entry.number("credits")).sum();
    }

    private static long sum(List<Fields> tasks, String part) {
        return tasks.stream().mapToLong(task -> task.object("credits").number(part)).sum();
    }
}
