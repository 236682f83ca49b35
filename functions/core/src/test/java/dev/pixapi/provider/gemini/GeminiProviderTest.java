package dev.pixapi.provider.gemini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.metric.Metrics;
import dev.pixapi.provider.Exchange;
import dev.pixapi.provider.Journal;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What is sent, how often, and what is noted of it. */
class GeminiProviderTest {
    private final TestingGemini gemini = TestingGemini.start();

    @AfterEach
    void stop() {
        gemini.close();
    }

    @Test
    void theResponseIdIsNotedForEveryAnswerThatHasOne() throws InterruptedException {
        gemini.answers(
                200,
                "{\"promptFeedback\": {\"blockReason\": \"SAFETY\"}, \"responseId\": \"r-7\"}");
        var call = TestingGemini.call(2, Inputs.NONE);

        assertEquals(new Rejected(false), gemini.provider().generate(call));

        assertEquals(
                List.of(Optional.of("r-7"), Optional.of("r-7")),
                call.journal().exchanges().stream().map(Exchange::requestId).toList());
    }

    @Test
    void anImageThatWasNotMadeIsAskedForOnceMoreAndBothCallsAreNoted() throws InterruptedException {
        gemini.answers(200, "{\"candidates\": [{\"finishReason\": \"NO_IMAGE\"}]}");
        var call = TestingGemini.call(1, Inputs.NONE);

        assertEquals(
                new Unavailable(false, "no image: NO_IMAGE"), gemini.provider().generate(call));

        assertEquals(2, gemini.received().size());
        assertEquals(2, call.journal().exchanges().size());
    }

    /** Of twenty: a call that is paid for and given up would bring nothing. */
    @ParameterizedTest
    @CsvSource({"10, 2", "11, 1", "19, 1", "20, 1"})
    void inTheSecondHalfOfItsTimeItIsNotAskedForOnceMore(int seconds, int requests)
            throws InterruptedException {
        gemini.answers(200, "{\"candidates\": [{\"finishReason\": \"NO_IMAGE\"}]}");
        var began = Instant.EPOCH;
        // Asked for the time when the call begins, when its request does, and then when that has
        // ended.
        var asked = new AtomicInteger();
        InstantSource clock =
                () -> asked.getAndIncrement() < 2 ? began : began.plusSeconds(seconds);
        var given = TestingGemini.call(1, Inputs.NONE);
        var call =
                new ProviderCall(
                        given.image(),
                        given.inputs(),
                        given.route(),
                        given.timeout(),
                        new Journal(clock, Metrics.NONE));

        assertInstanceOf(Unavailable.class, gemini.provider().generate(call));

        assertEquals(requests, gemini.received().size());
    }

    /** Around the sizes at which a block of base64 ends, and many blocks long. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 49_151, 49_152, 49_153, 49_154, 98_304, 1_000_000})
    void imagesOfAnyLengthArriveAsTheyWere(int length) throws Exception {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        var info = new ImageInfo(ImageFormat.JPEG, new Dimensions(1, 1));
        var image = new InputImage(bytes, info);

        gemini.generate(2, new Inputs(List.of(image, image), Optional.empty()));

        assertEquals(2, gemini.received().size());
        for (var request : gemini.received()) {
            var turn = new Fields(Json.object(request)).objects("contents").getFirst();
            for (var part : turn.objects("parts").subList(1, 3)) {
                var data = part.object("inlineData");
                assertEquals("image/jpeg", data.string("mimeType"));
                assertArrayEquals(bytes, Base64.getDecoder().decode(data.string("data")));
            }
        }
    }
}
