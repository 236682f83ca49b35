package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.api.ErrorCode;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** Whatever a provider does: what the caller gets, what is charged, and how often it is paid. */
class UpstreamFaultsTest {
    private static UpstreamDouble upstream;
    private static TestingSystem system;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        system = TestingSystem.start(upstream.settings("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30"));
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @ParameterizedTest
    @MethodSource("dev.pixapi.local.upstream.Faults#all")
    void aCallerWhoWaitsIsAnsweredAndChargedWhatCame(Fault fault) throws IOException {
        upstream.behave(fault.upstream());
        var caller = new Caller(system, upstream);

        var answer = caller.generate(Caller.order(fault.asked()));

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
        assertEquals(1, upstream.calls());
    }

    /** A worker shares with a caller who waits all that comes after the provider's answer. */
    @ParameterizedTest
    @MethodSource("dev.pixapi.local.upstream.Faults#ofEachKind")
    void aTaskEndsAndIsChargedForWhatCame(Fault fault) throws IOException {
        upstream.behave(fault.upstream());
        var caller = new Caller(system, upstream);

        var task = caller.run(Caller.order(fault.asked()));

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
        assertEquals(1, upstream.calls());
    }

    @Test
    void ofEightImagesForOneTheFirstIsDeliveredAndTheRestAreCounted() throws IOException {
        upstream.behave(Images.count(8));
        var caller = new Caller(system, upstream);

        var answer = caller.generate(Caller.order(1)).json();

        var image = image(answer.objects("data").getFirst());
        assertEquals(Images.colour(0).getRGB(), image.getRGB(5, 5));
        var manifest = manifest(answer.string("task_id"));
        assertEquals(8, manifest.number("returned"));
        assertEquals(7, manifest.number("wasted"));
    }

    @Test
    void imagesThatAreNoneCountAsReturnedAndNotAsWasted() {
        upstream.behave(Images.base64(Images.sound(), "AAAA", "BBBB"));

        var answer = new Caller(system, upstream).generate(Caller.order(3)).json();

        var manifest = manifest(answer.string("task_id"));
        assertEquals(3, manifest.number("returned"));
        assertEquals(0, manifest.number("wasted"));
    }

    @Test
    void whatTheProviderSaysOfItsImagesIsPassedOn() {
        upstream.behave(Images.asAsked());
        var order = Caller.order(2);
        order.put("quality", "auto");
        order.put("size", "1536x1024");

        var answer = new Caller(system, upstream).generate(order).json();

        assertEquals("high", answer.string("quality"));
        assertEquals("1536x1024", answer.string("size"));
        assertEquals("png", answer.string("output_format"));
        assertEquals(2012, answer.object("usage").number("total_tokens"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aParameterThatTheProviderRefusesIsNamedToTheCaller(String name) {
        upstream.behave(Misbehaviours.refuses(400, Map.of("param", name)));

        var error = new Caller(system, upstream).generate(Caller.order(1)).json().object("error");

        assertEquals(name, error.string("param"));
    }

    static List<String> parameters() {
        return List.of("prompt", "size", "quality", "output_compression", "user");
    }

    @Test
    void aParameterThatIsNoneOfOursIsNotNamed() {
        upstream.behave(Misbehaviours.refuses(400, Map.of("param", UpstreamAnswer.SECRET)));

        var error = new Caller(system, upstream).generate(Caller.order(1)).json().object("error");

        assertFalse(error.has("param"));
    }

    private static void assertDelivered(Fault fault, Fields result) throws IOException {
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

    private static BufferedImage image(Fields entry) throws IOException {
        var file = system.get(URI.create(entry.string("url")).getPath(), "");
        assertEquals(200, file.status());
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N'}, first(file.body()));
        return ImageIO.read(new ByteArrayInputStream(file.body()));
    }

    private static byte[] first(byte[] bytes) {
        return new byte[] {bytes[0], bytes[1], bytes[2]};
    }

    private static Fields manifest(String task) {
        return Manifests.of(system, task);
    }
}
