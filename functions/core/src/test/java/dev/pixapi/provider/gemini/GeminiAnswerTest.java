package dev.pixapi.provider.gemini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer counts as; all that a caller sees of it is tested with the whole system. */
class GeminiAnswerTest {
    private final TestingGemini gemini = TestingGemini.start();

    @AfterEach
    void stop() {
        gemini.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"candidates\": 1}",
                "{\"candidates\": [1]}",
                "{\"candidates\": [{\"content\": []}]}",
                "{\"candidates\": [{\"content\": {\"parts\": [{\"thought\": 1}]}}]}",
                "{\"promptFeedback\": \"SAFETY\"}"
            })
    void anAnswerOfAnotherFormIsGarbled(String odd) throws InterruptedException {
        gemini.answers(200, odd);

        assertInstanceOf(Garbled.class, gemini.generate());
    }

    @Test
    void whatStandsBesideAnImageLosesNoImage() throws InterruptedException {
        gemini.answers(
                200,
                """
                {"candidates": [{"finishReason": 3, "content": {"parts": [
                   {"text": 5}, {"inlineData": null}, {"inlineData": {"data": "AAEC"}},
                   {"executableCode": {}}]}}],
                 "promptFeedback": {"blockReason": "SAFETY"}, "responseId": 5,
                 "usageMetadata": {"promptTokenCount": "many", "promptTokensDetails": [1, {}]}}
                """);

        var images = assertInstanceOf(Images.class, gemini.generate());

        assertArrayEquals(new byte[] {0, 1, 2}, images.images().getFirst().bytes());
        assertEquals(0L, images.usage().orElseThrow().get("input_tokens"));
    }

    @Test
    void theImagesOfEveryCandidateCount() throws InterruptedException {
        gemini.answers(
                200,
                """
                {"candidates": [{"finishReason": "SAFETY"},
                                {"content": {"parts": [{"inlineData": {"data": "AAEC"}}]}}]}
                """);

        assertEquals(1, images(gemini.generate()).size());
        assertEquals(Optional.empty(), ((Images) gemini.generate()).usage());
    }

    @Test
    void usageHasTheNamesOfOpenAisAndThoughtsAreOutput() throws InterruptedException {
        gemini.answers(
                200,
                """
                {"candidates": [{"content": {"parts": [{"inlineData": {"data": "AAEC"}}]}}],
                 "usageMetadata": {
                   "promptTokenCount": 270, "candidatesTokenCount": 1125, "thoughtsTokenCount": 90,
                   "totalTokenCount": 1485,
                   "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 12},
                                           {"modality": "IMAGE", "tokenCount": 258}],
                   "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1120}]}}
                """);

        assertEquals(
                Optional.of(
                        Map.of(
                                "input_tokens", 270L,
                                "input_tokens_details",
                                        Map.of("image_tokens", 258L, "text_tokens", 12L),
                                "output_tokens", 1215L,
                                "output_tokens_details",
                                        Map.of("image_tokens", 1120L, "text_tokens", 95L),
                                "total_tokens", 1485L)),
                ((Images) gemini.generate()).usage());
    }

    private static List<?> images(ProviderOutcome outcome) {
        return assertInstanceOf(Images.class, outcome).images();
    }
}
