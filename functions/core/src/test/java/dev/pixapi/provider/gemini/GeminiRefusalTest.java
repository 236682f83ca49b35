package dev.pixapi.provider.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/** What a refusal counts as; all that a caller sees of it is tested with the whole system. */
class GeminiRefusalTest {
    private final TestingGemini gemini = TestingGemini.start();

    @AfterEach
    void stop() {
        gemini.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, FAILED_PRECONDITION, true",
        "401, UNAUTHENTICATED, true",
        "403, PERMISSION_DENIED, true",
        "404, NOT_FOUND, true",
        "429, RESOURCE_EXHAUSTED, true",
        "500, INTERNAL, false",
        "502, '', false",
        "503, UNAVAILABLE, true"
    })
    void aRefusalIsFreeWhereItComesBeforeTheWork(int answered, String name, boolean free)
            throws InterruptedException {
        gemini.answers(answered, TestingGemini.error(name, "[]"));

        assertEquals(new Unavailable(free, answered + " " + name), gemini.generate());
    }

    /** Google's front end says so in HTML. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": {\"status\": \"INVALID_ARGUMENT\"}}", "<html>413</html>"})
    void aRequestThatIsTooLargeIsTheCallers(String answer) throws InterruptedException {
        gemini.answers(413, answer);

        assertEquals(new NotAccepted(Optional.empty()), gemini.generate());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 499, 504, 524})
    void whereSomebodyLostPatienceTheOutcomeIsUnknown(int answered) throws InterruptedException {
        gemini.answers(answered, TestingGemini.error("DEADLINE_EXCEEDED", "[]"));

        assertInstanceOf(Unknown.class, gemini.generate());
    }

    @Test
    void anInvalidArgumentIsTheCallersAndAWrongKeyIsNot() throws InterruptedException {
        gemini.answers(
                400,
                TestingGemini.error(
                        "INVALID_ARGUMENT", "[{\"reason\": \"BAD_SIZE\"}, {\"@type\": \"Help\"}]"));
        assertEquals(new NotAccepted(Optional.empty()), gemini.generate());

        gemini.answers(
                400,
                TestingGemini.error(
                        "INVALID_ARGUMENT",
                        "[{\"@type\": \"Help\"}, {\"reason\": \"API_KEY_INVALID\"}]"));
        assertEquals(new Unavailable(true, "400 INVALID_ARGUMENT"), gemini.generate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": {\"status\": 7, \"details\": {}}}",
                "{\"error\": \"x\"}",
                "{}",
                "[]",
                "",
                "{\"error\": {\"details\": [1]}}"
            })
    void anErrorOfAnotherFormIsNoErrorOfOurs(String odd) throws InterruptedException {
        for (var answered : List.of(400, 500)) {
            gemini.answers(answered, odd);

            var outcome = gemini.generate();

            assertEquals(
                    true,
                    outcome instanceof Unavailable || outcome instanceof NotAccepted,
                    outcome::toString);
        }
    }
}
