package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The table for generations at OpenAI, and what becomes of answers in detail. */
class UpstreamFaultsTest extends FaultTable {
    @Override
    Map<String, String> settings() {
        return upstream.settings("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30");
    }

    @Override
    String operation() {
        return "generations";
    }

    @Override
    Map<String, Object> order(int images) {
        return Caller.order(images);
    }

    @Test
    void ofEightImagesForOneTheFirstIsDeliveredAndTheRestAreCounted() throws IOException {
        upstream.behave(Images.count(8));
        var caller = new Caller(system, upstream);

        var answer = caller.generate(Caller.order(1)).json();

        var image = image(answer.objects("data").getFirst());
        assertEquals(Images.colour(0).getRGB(), image.getRGB(5, 5));
        var manifest = Manifests.of(system, answer.string("task_id"));
        assertEquals(8, manifest.number("returned"));
        assertEquals(7, manifest.number("wasted"));
    }

    @Test
    void imagesThatAreNoneCountAsReturnedAndNotAsWasted() {
        upstream.behave(Images.base64(Images.sound(), "AAAA", "BBBB"));

        var answer = new Caller(system, upstream).generate(Caller.order(3)).json();

        var manifest = Manifests.of(system, answer.string("task_id"));
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
}
