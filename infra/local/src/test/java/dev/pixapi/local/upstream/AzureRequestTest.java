package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.util.Map;

/** What Azure is sent where it is not what OpenAI is sent. */
class AzureRequestTest {
    private static UpstreamDouble upstream;
    private static TestingSystem system;

    private Caller caller;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        system = TestingSystem.start(upstream.azure());
    }

    @BeforeEach
    void isQuick() {
        upstream.behave(Images.asAsked());
        caller = new Caller(system, upstream);
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @Test
    void theKeyIsSentInAzuresHeaderAloneAndThePathIsAzures() {
        assertEquals(200, caller.generate(Caller.order(1)).status());

        var request = upstream.request();
        assertEquals("POST /openai/v1/images/generations HTTP/1.1", request.line());
        assertEquals(UpstreamDouble.KEY, request.header("api-key"));
        assertFalse(request.headers().containsKey("authorization"));
    }

    @Test
    void anEditHasTheSameFormAsAtOpenAi() {
        var red = Caller.dataUrl(TestingPictures.png(40, 30, Color.RED));

        assertEquals(200, caller.ask("edits", Caller.edit(1, Map.of("image", red))).status());

        var request = upstream.request();
        assertEquals("POST /openai/v1/images/edits HTTP/1.1", request.line());
        assertEquals("gpt-image-2", request.asked().string("model"));
        assertEquals("image", request.parts().getLast().name());
    }

    /** Azure makes no WebP; a compression of a PNG would be refused. */
    @ParameterizedTest
    @CsvSource({"webp, png, false", "jpeg, jpeg, true"})
    void whatAzureDoesNotMakeIsAskedForAsPng(String asked, String sent, boolean compressed) {
        var order = Caller.order(1);
        order.put("output_format", asked);
        order.put("output_compression", 60);

        assertEquals(200, caller.generate(order).status());

        assertEquals(sent, upstream.request().json().string("output_format"));
        assertEquals(compressed, upstream.request().json().has("output_compression"));
    }
}
