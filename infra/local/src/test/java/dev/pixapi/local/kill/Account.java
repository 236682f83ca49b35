package dev.pixapi.local.kill;

import dev.pixapi.json.Json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * An account, and what was done with it.
 *
 * @param mode {@code test}, or {@code live}, whose provider outlives the system
 * @param key of the API
 * @param grants ids that were sent, and whether that was answered
 */
record Account(
        String mode, String name, String key, Queue<Sent> sent, Map<String, Boolean> grants) {
    static final long GRANT = 60;
    private static final String FIRST = "welcome";

    static Account of(String mode, String name, String key) {
        var grants = new ConcurrentHashMap<>(Map.of(FIRST, true));
        return new Account(mode, name, key, new ConcurrentLinkedQueue<>(), grants);
    }

    /** The operator's order that makes it, with a key and the first grant. */
    static String order(String mode, String name) {
        return order(mode, name, FIRST, Map.of("key", Map.of()));
    }

    /** The operator's order of a further grant. */
    String order(String grant) {
        return order(mode, name, grant, Map.of());
    }

    private static String order(String mode, String name, String grant, Map<String, ?> more) {
        var order = new HashMap<String, Object>(more);
        order.put("mode", mode);
        order.put("account", name);
        order.put("grant", Map.of("id", grant, "credits", GRANT));
        return Json.write(order);
    }

    boolean isLive() {
        return mode.equals("live");
    }

    long price() {
        return isLive() ? 1 : 4;
    }

    List<Sent> requests() {
        return List.copyOf(sent);
    }

    /** Those whose answer went down with the system. */
    Set<String> unansweredGrants() {
        return grants.entrySet().stream()
                .filter(grant -> !grant.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
