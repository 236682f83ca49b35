package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.api.ErrorCode;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Whatever a provider does: what the caller gets, what is charged, and how often it is paid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultTable {
    final UpstreamDouble upstream = UpstreamDouble.start();
    TestingSystem system;

    /** Settings that lead to the double. */
    abstract Map<String, String> settings();

    /** {@code generations} or {@code edits}. */
    abstract String operation();

    /** Of this many images, at 4 credits each. */
    abstract Map<String, Object> order(int images);

    /** What a provider of this kind does beside the rest. */
    Stream<Fault> ownFaults() {
        return Stream.of();
    }

    /** How often the provider is asked. */
    int calls(Fault fault) {
        return 1;
    }

    @BeforeAll
    void start() {
        system = TestingSystem.start(settings());
    }

    @AfterAll
    void stop() {
        system.close();
        upstream.close();
    }

    Stream<Fault> all() {
        return Stream.concat(Faults.all(), ownFaults());
    }

    Stream<Fault> ofEachKind() {
        return Stream.concat(Faults.ofEachKind(), ownFaults());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCallerWhoWaitsIsAnsweredAndChargedWhatCame(Fault fault) throws IOException {
        upstream.behave(fault.upstream());
        var caller = new Caller(system, upstream);

        var answer = caller.ask(operation(), order(fault.asked()));

        assertEquals(fault.ending().status(), answer.status());
        if (fault.ending().delivered() > 0) {
            assertDelivered(fault, answer.json());
        } else {
            assertRefused(fault, answer.json().object("error"));
            assertEquals(
                    String.valueOf(fault.ending().retry()), answer.headers().get("x-should-retry"));
            assertEquals(
                    answer.headers().get("x-request-id"),
                    answer.json().object("error").string("request_id"));
        }
        caller.assertCharged(fault.charge());
        assertEquals(calls(fault), upstream.calls());
    }

    /** A worker shares with a caller who waits all that comes after the provider's answer. */
    @ParameterizedTest
    @MethodSource("ofEachKind")
    void aTaskEndsAndIsChargedForWhatCame(Fault fault) throws IOException {
        upstream.behave(fault.upstream());
        var caller = new Caller(system, upstream);

        var task = caller.run(operation(), order(fault.asked()));

        if (fault.ending().delivered() > 0) {
            assertEquals("completed", task.string("status"));
            assertDelivered(fault, task.object("result"));
        } else {
            assertEquals("failed", task.string("status"));
            assertRefused(fault, task.object("error"));
        }
        assertEquals(fault.charge(), task.object("credits").number("charged"));
        assertEquals(0, task.object("credits").number("held"));
        caller.assertCharged(fault.charge());
        assertEquals(calls(fault), upstream.calls());
    }

    private void assertDelivered(Fault fault, Fields result) throws IOException {
        var images = result.objects("data");
        assertEquals(fault.ending().delivered(), images.size());
        assertEquals(fault.charge(), result.number("credits"));
        for (var entry : images) {
            var image = image(entry);
            assertEquals(result.string("size"), image.getWidth() + "x" + image.getHeight());
        }
    }

    private static void assertRefused(Fault fault, Fields error) {
        var code = ErrorCode.named(fault.ending().code()).orElseThrow();
        assertEquals(fault.ending().code(), error.string("code"));
        assertEquals(code.type(), error.string("type"));
        assertFalse(error.string("message").isBlank());
    }

    BufferedImage image(Fields entry) throws IOException {
        var file = system.get(URI.create(entry.string("url")).getPath(), "");
        assertEquals(200, file.status());
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N'}, first(file.body()));
        return ImageIO.read(new ByteArrayInputStream(file.body()));
    }

    private static byte[] first(byte[] bytes) {
        return new byte[] {bytes[0], bytes[1], bytes[2]};
    }
}
