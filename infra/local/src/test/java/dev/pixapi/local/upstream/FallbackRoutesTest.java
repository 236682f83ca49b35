package dev.pixapi.local.upstream;

import static dev.pixapi.local.upstream.Misbehaviours.refuses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** A way that is not to be had, or cannot do all that is asked. */
class FallbackRoutesTest {
    @Test
    void aFirstWayWhereNothingListensIsNoCall() throws IOException {
        try (var deaf = new Socket()) {
            // Bound and not listening: connecting to it is refused.
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var base = Map.of("OPENAI_BASE_URL", "http://127.0.0.1:" + deaf.getLocalPort());
            try (var ways = TwoWays.start(base)) {
                assertEquals(200, ways.caller().generate(Caller.order(1)).status());
                assertEquals(0, ways.openAi().calls());
                assertEquals(1, ways.azure().calls());
                ways.caller().assertCharged(4);
            }
        }
    }

    /** Two images and a mask are asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"\"mask\": false", "\"inputs\": 1", "\"inputs\": 0"})
    void aWayThatCannotDoAllThatIsAskedIsNotTried(String says) throws IOException {
        try (var ways = TwoWays.start(azureCan(says))) {
            ways.openAi().behave(refuses(503, Map.of()));

            assertEquals(503, ways.caller().ask("edits", TwoWays.edit()).status());

            assertEquals(List.of(1, 0), List.of(ways.openAi().calls(), ways.azure().calls()));
            ways.caller().assertCharged(0);
        }
    }

    @Test
    void aClearBackgroundIsAskedOnlyWhereItIsMade() throws IOException {
        try (var ways = TwoWays.start(azureCan("\"transparent\": false"))) {
            ways.openAi().behave(refuses(503, Map.of()));
            var order = Caller.order(1);
            order.put("background", "transparent");

            assertEquals(503, ways.caller().generate(order).status());

            assertEquals(0, ways.azure().calls());
        }
    }

    @Test
    void whatNoWayThatIsSetUpCanDoIsRefusedBeforeAnythingIsHeld() throws IOException {
        try (var ways = TwoWays.withoutOpenAi(azureCan("\"inputs\": 0"))) {
            assertEquals(503, ways.caller().ask("edits", TwoWays.edit()).status());

            assertEquals(0, ways.azure().calls());
            ways.caller().assertUntouched();
        }
    }

    /** An operator's catalogue in which Azure's route of gpt-image-2 can do less. */
    private static Map<String, String> azureCan(String says) throws IOException {
        var route = "{\"provider\": \"azure\", \"model\": \"gpt-image-2\", \"can\": {";
        try (var file =
                FallbackRoutesTest.class.getResourceAsStream("/dev/pixapi/catalog/catalog.json")) {
            var carried = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(carried.contains(route));
            var own = Files.createTempFile("catalog", ".json");
            own.toFile().deleteOnExit();
            Files.writeString(own, carried.replace(route, route + says + ", "));
            return Map.of("PIXAPI_CATALOG", own.toString());
        }
    }
}
