package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A new live account with credits for one request. Nothing that it is answered may show what only
 * the operator may see.
 */
public final class Caller {
    static final int CREDITS = 100;

    private final TestingSystem system;
    private final List<String> secrets;
    private final String key;

    public Caller(TestingSystem system, UpstreamDouble upstream) {
        this.system = system;
        this.secrets =
                List.of(UpstreamAnswer.SECRET, UpstreamDouble.KEY, upstream.url().getAuthority());
        this.key = system.liveKey(CREDITS);
    }

    /** A request of this many images, at 4 credits each. */
    static Map<String, Object> order(int images) {
        var order = new LinkedHashMap<String, Object>();
        order.put("model", "gpt-image-2");
        order.put("prompt", "A lighthouse in fog");
        order.put("quality", "medium");
        order.put("n", images);
        return order;
    }

    public String key() {
        return key;
    }

    /** As {@link #order}, with images to start from: the name and the value of each field. */
    public static Map<String, Object> edit(int images, Map<String, ?> inputs) {
        var order = order(images);
        order.putAll(inputs);
        return order;
    }

    public static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** Waits for the images. */
    public Answer generate(Map<String, ?> order) {
        return ask("generations", order);
    }

    /**
     * @param operation generations or edits
     */
    public Answer ask(String operation, Map<String, ?> order) {
        return post("/v1/images/" + operation, Json.write(order));
    }

    /** Submits, and asks for the task until it has ended. */
    public Fields run(Map<String, ?> order) {
        return run("generations", order);
    }

    public Fields run(String operation, Map<String, ?> order) {
        var submitted = post("/v1/async/images/" + operation, Json.write(order));
        assertEquals(202, submitted.status());
        return get("/v1/tasks/" + submitted.json().string("id") + "?wait=25");
    }

    /**
     * @param json as it goes over the wire, well-formed or not
     */
    public Answer post(String path, String json) {
        return send(
                system.request(path, key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** The one task of this account. */
    public Fields task() {
        var tasks = get("/v1/tasks").objects("data");
        assertEquals(1, tasks.size());
        return tasks.getFirst();
    }

    /** One settle entry, nothing held, and the balance adds up. */
    public void assertCharged(int credits) {
        assertBalance(credits);
        var settled = settled();
        assertEquals(1, settled.size());
        assertEquals(BigDecimal.valueOf(credits), settled.getFirst().decimal("credits"));
        assertEquals(task().string("id"), settled.getFirst().string("task_id"));
    }

    /** The account is as it was before the request. */
    public void assertUntouched() {
        assertBalance(0);
        assertEquals(List.of(), settled());
    }

    private void assertBalance(int spent) {
        var balance = get("/v1/credits");
        assertEquals(BigDecimal.valueOf(CREDITS - spent), balance.decimal("available"));
        assertEquals(BigDecimal.ZERO, balance.decimal("held"));
        assertEquals(BigDecimal.valueOf(spent), balance.decimal("spent"));
    }

    private List<Fields> settled() {
        return get("/v1/credits/entries").objects("data").stream()
                .filter(entry -> entry.string("type").equals("settle"))
                .toList();
    }

    private Fields get(String path) {
        return send(system.request(path, key).GET()).json();
    }

    private Answer send(HttpRequest.Builder request) {
        var answer = system.send(request);
        var shown = answer.headers() + new String(answer.body(), StandardCharsets.UTF_8);
        for (var secret : secrets) {
            assertFalse(shown.contains(secret), () -> "an answer shows " + secret);
        }
        return answer;
    }
}
