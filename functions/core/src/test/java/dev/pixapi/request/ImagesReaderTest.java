package dev.pixapi.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.image.Background;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.InputShape;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class ImagesReaderTest {
    private static final ImagesReader READER =
            new ImagesReader(CatalogReader.read(Optional.empty()));

    @Test
    void whatIsLeftOutHasTheContractsDefaults() {
        var request = read(Map.of());
        var image = request.image();
        assertEquals("gpt-image-2", image.model());
        assertEquals("a fox", image.prompt());
        assertEquals(1, image.count());
        assertEquals(true, image.size().auto());
        assertEquals(Quality.AUTO, image.quality());
        assertEquals(ImageFormat.PNG, image.output().formatOrPng());
        assertEquals(Optional.empty(), image.output().compression());
        assertEquals(Background.AUTO, image.output().background());
        assertEquals(Map.of(), image.hints());
        assertEquals(ResponseFormat.URL, request.responseFormat());
        assertEquals(false, request.stream());
        assertEquals(Map.of(), request.metadata());
    }

    @Test
    void anExplicitNullIsAsIfItWereLeftOut() {
        var nulls = new HashMap<String, Object>();
        for (var name :
                new String[] {
                    "n",
                    "size",
                    "quality",
                    "response_format",
                    "output_format",
                    "background",
                    "user",
                    "output_compression",
                    "moderation",
                    "input_fidelity",
                    "style",
                    "stream",
                    "partial_images",
                    "metadata",
                    "webhook_url",
                    "async"
                }) {
            nulls.put(name, null);
        }
        assertEquals(read(Map.of()), read(nulls));
    }

    @Test
    void whatIsAskedIsRead() {
        var request =
                read(
                        Map.of(
                                "n", 3,
                                "size", "2K",
                                "quality", "low",
                                "output_format", "webp",
                                "output_compression", 0,
                                "background", "transparent",
                                "response_format", "b64_json",
                                "stream", true,
                                "partial_images", 3,
                                "user", "u-1"));
        var image = request.image();
        assertEquals(3, image.count());
        assertEquals("2048x2048", image.size().dimensions().toString());
        assertEquals(Quality.LOW, image.quality());
        assertEquals(ImageFormat.WEBP, image.output().formatOrPng());
        assertEquals(Optional.of(0), image.output().compression());
        assertEquals(Background.TRANSPARENT, image.output().background());
        assertEquals(ResponseFormat.B64_JSON, request.responseFormat());
        assertEquals(true, request.stream());
        assertEquals(Map.of("user", "u-1"), image.hints());
    }

    @Test
    void theKeysResponseFormatCountsWhereTheRequestNamesNone() {
        var named = new Parameters(values(Map.of("response_format", "url")));
        var unnamed = new Parameters(values(Map.of()));
        assertEquals(
                ResponseFormat.B64_JSON,
                READER.read(unnamed, ResponseFormat.B64_JSON).responseFormat());
        assertEquals(
                ResponseFormat.URL, READER.read(named, ResponseFormat.B64_JSON).responseFormat());
    }

    @Test
    void anAliasIsReadAsItsModel() {
        assertEquals(
                "gemini-3.1-flash-image-preview",
                read(Map.of("model", "nano-banana-2-4k")).image().model());
    }

    @Test
    void unknownParametersAreIgnored() {
        assertEquals(read(Map.of()), read(Map.of("seed", 7, "Prompt", 5, "negative_prompt", "x")));
    }

    @ParameterizedTest
    @CsvSource({"model", "prompt"})
    void whatIsRequiredIsNamed(String name) {
        var values = new HashMap<>(values(Map.of()));
        values.remove(name);
        for (var absent = 0; absent < 2; absent++) {
            var refusal =
                    assertThrows(
                            ApiException.class,
                            () -> READER.read(new Parameters(values), ResponseFormat.URL));
            assertEquals(ErrorCode.MISSING_REQUIRED_PARAMETER, refusal.code());
            assertEquals(Optional.of(name), refusal.parameter());
            values.put(name, null);
        }
    }

    @Test
    void aPromptHasUpTo32000Characters() {
        assertEquals(64_000, read(Map.of("prompt", "🦊".repeat(32_000))).image().prompt().length());
        assertRefused("prompt", ErrorCode.INVALID_VALUE, Map.of("prompt", "a".repeat(32_001)));
        assertRefused("prompt", ErrorCode.INVALID_VALUE, Map.of("prompt", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "webp"})
    void compressionGoesWithFormatsThatHaveIt(String format) {
        for (var compression : new int[] {0, 50, 100}) {
            var request = read(Map.of("output_format", format, "output_compression", compression));
            assertEquals(Optional.of(compression), request.image().output().compression());
        }
        assertRefused(
                "output_compression",
                ErrorCode.INVALID_VALUE,
                Map.of("output_format", format, "output_compression", 101));
        assertRefused(
                "output_compression",
                ErrorCode.UNSUPPORTED_PARAMETER,
                Map.of("output_compression", 50));
    }

    @Test
    void aBackgroundIsOneThatModelAndFormatHave() {
        assertRefused(
                "background",
                ErrorCode.INVALID_VALUE,
                Map.of("background", "transparent", "output_format", "jpeg"));
        assertRefused(
                "background",
                ErrorCode.UNSUPPORTED_PARAMETER,
                Map.of("model", "nano-banana", "background", "transparent"));
        assertEquals(
                Background.OPAQUE,
                read(Map.of(
                                "model",
                                "nano-banana",
                                "background",
                                "opaque",
                                "output_format",
                                "jpeg"))
                        .image()
                        .output()
                        .background());
    }

    @Test
    void anEditHasASizeWhereTheModelMakesOtherSizes() {
        var order = new Parameters(values(Map.of("model", "sd3.5-large", "size", "16:9")));
        var refusal =
                assertThrows(
                        ApiException.class,
                        () -> READER.read(order, ResponseFormat.URL, new InputShape(1, false)));

        assertEquals(ErrorCode.UNSUPPORTED_PARAMETER, refusal.code());
        assertEquals(Optional.of("size"), refusal.parameter());
        assertTrue(refusal.getMessage().contains("gpt-image-2"), refusal.getMessage());
        assertEquals(Tier.ONE_K, READER.read(order, ResponseFormat.URL).image().size().tier());
    }

    @Test
    void autoIsTheSizeOfAnyEdit() {
        var order = new Parameters(values(Map.of("model", "sd3.5-large", "size", "auto")));

        var read = READER.read(order, ResponseFormat.URL, new InputShape(1, false));

        assertTrue(read.image().size().auto());
    }

    private static void assertRefused(
            String parameter, ErrorCode code, Map<String, Object> parameters) {
        var refusal = assertThrows(ApiException.class, () -> read(parameters));
        assertEquals(code, refusal.code());
        assertEquals(Optional.of(parameter), refusal.parameter());
    }

    private static ImagesRequest read(Map<String, Object> parameters) {
        return READER.read(new Parameters(values(parameters)), ResponseFormat.URL);
    }

    private static Map<String, Object> values(Map<String, Object> parameters) {
        var values = new HashMap<String, Object>();
        values.put("model", "gpt-image-2");
        values.put("prompt", "a fox");
        values.putAll(parameters);
        return values;
    }
}
