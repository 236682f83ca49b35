package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingPictures;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table for edits at OpenAI, which are asked for by a form. */
class EditFaultsTest extends FaultTable {
    @Override
    Map<String, String> settings() {
        return upstream.settings("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30");
    }

    @Override
    String operation() {
        return "edits";
    }

    @Override
    Map<String, Object> order(int images) {
        var red = Caller.dataUrl(TestingPictures.png(40, 30, Color.RED));
        var blue = Caller.dataUrl(TestingPictures.png(20, 20, Color.BLUE));
        var mask = Caller.dataUrl(TestingPictures.mask(40, 30));
        return Caller.edit(images, Map.of("image", List.of(red, blue), "mask", mask));
    }

    @Override
    Stream<Fault> ownFaults() {
        var output =
                Map.of(
                        "code",
                        "moderation_blocked",
                        "moderation_details",
                        Map.of("moderation_stage", "output"));
        return Stream.of(
                Fault.outputRejected("moderation of what it made", refuses(output)),
                Fault.notAccepted("an image", refuses(Map.of("param", "image[1]"))));
    }

    @ParameterizedTest
    @CsvSource({"image[1], image", "image, image", "mask, mask", "input_fidelity, input_fidelity"})
    void aParameterThatTheProviderRefusesIsNamedAsTheCallerKnowsIt(String said, String named) {
        upstream.behave(refuses(Map.of("param", said)));

        var answer = new Caller(system, upstream).ask("edits", order(1));

        assertEquals(named, answer.json().object("error").string("param"));
    }

    private static Behaviour refuses(Map<String, ?> error) {
        return Misbehaviours.refuses(400, error);
    }
}
