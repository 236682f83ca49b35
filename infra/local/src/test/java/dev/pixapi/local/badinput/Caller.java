package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A caller with an account of its own, which no refusal may cost anything. */
record Caller(TestingSystem system, String account, String key) {
    /** The endpoints that take a generation. */
    static final List<String> PATHS =
            List.of("/v1/images/generations", "/v1/async/images/generations", "/v1/quotes");

    /** The endpoints that take an edit. */
    static final List<String> EDITS = List.of("/v1/images/edits", "/v1/async/images/edits");

    static Caller of(TestingSystem system, int credits) {
        var made = system.provision("test", credits);
        return new Caller(system, made.string("account"), made.string("key"));
    }

    /** One more key of the account: its id and text. */
    Fields anotherKey() {
        return system.invoke(
                "Provision", Map.of("mode", "test", "account", account, "key", Map.of()));
    }

    Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, byte[] body, String... headers) {
        var request = system.request(path, key);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return system.send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    Answer post(String path, EditForm form) {
        return post(path, form.bytes(), "Content-Type", EditForm.TYPE);
    }

    Answer get(String path) {
        return system.get(path, key);
    }

    /** Whatever was refused: nothing is held, spent or gone. */
    void assertUntouched(int credits) {
        var balance = system.credits(key);
        assertEquals(0, balance.number("held"));
        assertEquals(0, balance.number("spent"));
        assertEquals(credits, balance.number("available"));
        assertEquals(credits, balance.number("granted"));
    }
}
