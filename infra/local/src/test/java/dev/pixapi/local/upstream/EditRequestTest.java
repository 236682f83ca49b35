package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What a provider is sent for an edit. */
class EditRequestTest {
    private static final byte[] RED = TestingPictures.png(40, 30, Color.RED);
    private static final byte[] NOISE = noise();
    private static final byte[] MASK = TestingPictures.mask(40, 30);

    private static UpstreamDouble upstream;
    private static TestingSystem system;

    private Caller caller;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        system = TestingSystem.start(upstream.settings());
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
    void oneImageIsSentAloneWithTheDefaultsAndNothingElse() {
        var order = Map.of("model", "gpt-image-2", "prompt", "At dusk", "image", url(RED));

        assertEquals(200, caller.ask("edits", order).status());

        assertEquals("POST /v1/images/edits HTTP/1.1", upstream.request().line());
        assertAsked(
                Map.of(
                        "model", "gpt-image-2",
                        "prompt", "At dusk",
                        "n", 1,
                        "size", "auto",
                        "quality", "auto",
                        "background", "auto",
                        "output_format", "png"));
        var files = files();
        assertEquals(1, files.size());
        assertFile(files.getFirst(), "image", RED);
    }

    @Test
    void severalImagesAndAMaskArriveByteForByteInTheirOrder() {
        assertEquals(200, caller.ask("edits", masked()).status());

        assertMasked();
    }

    @Test
    void aWorkerSendsTheSameImages() {
        assertEquals("completed", caller.run("edits", masked()).string("status"));

        assertMasked();
    }

    @Test
    void everyParameterThatAnEditTakesIsSentAndModerationIsNot() {
        var order = new HashMap<String, Object>();
        order.put("model", "gpt-image-1.5");
        order.put("prompt", "At dusk");
        order.put("n", 3);
        order.put("size", "1536x1024");
        order.put("quality", "low");
        order.put("background", "transparent");
        order.put("output_format", "webp");
        order.put("output_compression", 0);
        order.put("input_fidelity", "high");
        order.put("user", "user-7");
        var sent = Map.copyOf(order);
        order.put("image", url(RED));
        order.put("moderation", "low");
        order.put("style", "vivid");
        order.put("response_format", "b64_json");

        assertEquals(200, caller.ask("edits", order).status());

        assertAsked(sent);
    }

    @Test
    void aPhotographIsSentAsWhatItIs() {
        var jpeg = new ImageEncoder().encode(grey(), ImageFormat.JPEG, 80);
        var order = Caller.edit(1, Map.of("image", "data:image/png;base64," + base64(jpeg)));

        assertEquals(200, caller.ask("edits", order).status());

        var file = files().getFirst();
        assertEquals(Optional.of("image/jpeg"), file.type());
        assertEquals(Optional.of("image.jpg"), file.filename());
        assertArrayEquals(jpeg, file.bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n10",
                "\r\n--\r\n----\r\n",
                "\"quoted\"; name=\"model\"",
                "\uD83D\uDDFC \u05DE\u05D2 \u0000\u001F \u2028",
                "  spaces around  "
            })
    void aPromptOfAnyFormArrivesAsItIsAndAddsNoField(String prompt) {
        var order = Caller.edit(2, Map.of("image", url(RED), "prompt", prompt, "user", prompt));

        assertEquals(200, caller.ask("edits", order).status());

        var asked = upstream.request().asked();
        assertEquals(prompt, asked.string("prompt"));
        assertEquals(prompt, asked.string("user"));
        assertEquals(2, asked.number("n"));
        assertEquals(9, upstream.request().parts().size());
    }

    /** A caller who knew it could write parts of its own. */
    @Test
    void noTwoFormsHaveTheSameBoundary() {
        caller.ask("edits", masked());
        caller.ask("edits", masked());

        var requests = upstream.requests();
        assertEquals(2, requests.size());
        assertNotEquals(
                requests.getFirst().header("content-type"),
                requests.getLast().header("content-type"));
    }

    @Test
    void theLengthOfAFormIsSaidAndItCarriesTheOperatorsKey() {
        caller.ask("edits", masked());

        var request = upstream.request();
        assertTrue(Integer.parseInt(request.header("content-length")) > NOISE.length);
        assertEquals("", request.header("transfer-encoding"));
        assertEquals("Bearer " + UpstreamDouble.KEY, request.header("authorization"));
    }

    private static Map<String, Object> masked() {
        return Caller.edit(1, Map.of("image", List.of(url(RED), url(NOISE)), "mask", url(MASK)));
    }

    private static void assertMasked() {
        var files = files();
        assertEquals(3, files.size());
        assertFile(files.get(0), "image[]", RED);
        assertFile(files.get(1), "image[]", NOISE);
        assertFile(files.get(2), "mask", MASK);
    }

    private static void assertFile(UpstreamPart file, String name, byte[] png) {
        assertEquals(name, file.name());
        assertEquals(Optional.of("image.png"), file.filename());
        assertEquals(Optional.of("image/png"), file.type());
        assertArrayEquals(png, file.bytes());
    }

    private static void assertAsked(Map<String, ?> fields) {
        assertEquals(new HashMap<>(fields), new HashMap<>(upstream.request().asked().values()));
    }

    private static List<UpstreamPart> files() {
        return upstream.request().parts().stream().filter(UpstreamPart::isFile).toList();
    }

    private static String url(byte[] png) {
        return Caller.dataUrl(png);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static BufferedImage grey() {
        return new BufferedImage(50, 40, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** Every byte there is, many times over what is sent at once. */
    private static byte[] noise() {
        var random = new Random(7);
        var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 300 * 300; i++) {
            image.setRGB(i % 300, i / 300, random.nextInt());
        }
        return new ImageEncoder().encode(image, ImageFormat.PNG, 90);
    }
}
