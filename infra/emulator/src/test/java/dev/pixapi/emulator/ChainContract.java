package dev.pixapi.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** What a Pixapi does from the first key to the last image, driven from outside alone. */
interface ChainContract {
    /** 4 credits each. */
    Map<String, Object> IMAGE = Map.of("model", "nano-banana-2", "prompt", "A lighthouse at dawn");

    String PNG = "89504e470d0a1a0a";

    Deployed deployed();

    @Test
    default void anImageIsMadePaidForAndReadable() {
        var caller = deployed().caller(10);
        var made = caller.post("/v1/images/generations", IMAGE);
        assertEquals(200, made.status(), () -> made.json().toString());
        assertIsAPicture(made.json().objects("data").getFirst());
        assertBalance(caller, 6, 4);
    }

    @Test
    default void aSubmittedTaskIsWorkedOffBehindTheQueue() {
        var caller = deployed().caller(10);
        var submitted = caller.post("/v1/async/images/generations", IMAGE);
        assertEquals(202, submitted.status(), () -> submitted.json().toString());
        var task = caller.await(submitted.json().string("id"));
        assertEquals("completed", task.string("status"));
        assertIsAPicture(task.object("result").objects("data").getFirst());
        assertBalance(caller, 6, 4);
    }

    @Test
    default void aRepeatedRequestIsTheSameTaskAndIsChargedOnce() {
        var caller = deployed().caller(10);
        var first = caller.post("/v1/images/generations", IMAGE, "Idempotency-Key", "once");
        var second = caller.post("/v1/images/generations", IMAGE, "Idempotency-Key", "once");
        assertEquals(first.json().string("task_id"), second.json().string("task_id"));
        assertBalance(caller, 6, 4);
    }

    @Test
    default void anUnknownKeyIsRefused() {
        var refused = new Caller(deployed().api(), "sk_test_nobody").get("/v1/credits");
        assertEquals(401, refused.status());
        assertEquals("invalid_api_key", refused.errorCode());
    }

    @Test
    default void anImageThatCostsMoreThanThereIsIsRefused() {
        var caller = deployed().caller(3);
        var refused = caller.post("/v1/images/generations", IMAGE);
        assertEquals(402, refused.status());
        assertEquals("insufficient_credits", refused.errorCode());
        assertBalance(caller, 3, 0);
    }

    @Test
    default void aPromptThatTheModelRefusesCostsNothing() {
        var caller = deployed().caller(10);
        Map<String, Object> body = Map.of("model", "nano-banana-2", "prompt", "[reject] no");
        assertEquals(422, caller.post("/v1/images/generations", body).status());
        assertBalance(caller, 10, 0);
    }

    private void assertIsAPicture(Fields image) {
        var read = Caller.read(deployed().media().apply(URI.create(image.string("url"))));
        assertEquals(200, read.status());
        assertEquals(PNG, HexFormat.of().formatHex(Arrays.copyOf(read.body(), 8)));
    }

    private static void assertBalance(Caller caller, int available, int spent) {
        assertEquals(0, caller.credits("available").compareTo(BigDecimal.valueOf(available)));
        assertEquals(0, caller.credits("spent").compareTo(BigDecimal.valueOf(spent)));
        assertEquals(0, caller.credits("held").signum());
    }
}
