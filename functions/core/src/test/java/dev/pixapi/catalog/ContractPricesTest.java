package dev.pixapi.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.ledger.Credits;
import dev.pixapi.request.ImagesReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The price tables as the contract prints them, written out by hand: every model and alias with
 * every form of size. A dash is a size that the model does not make.
 */
class ContractPricesTest {
    private static final Catalog CATALOG = CatalogReader.read(Optional.empty());
    private static final ImagesReader READER = new ImagesReader(CATALOG);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    MODEL         | SIZE      | LOW | MEDIUM | HIGH | AUTO
                    gpt-image-2   | auto      | 1   | 4      | 14   | 14
                    gpt-image-2   | 1K        | 1   | 4      | 14   | 14
                    gpt-image-2   | 1k        | 1   | 4      | 14   | 14
                    gpt-image-2   | 1:1       | 1   | 4      | 14   | 14
                    gpt-image-2   | 16:9      | 1   | 4      | 14   | 14
                    gpt-image-2   | 9:16      | 1   | 4      | 14   | 14
                    gpt-image-2   | 1024x1024 | 1   | 4      | 14   | 14
                    gpt-image-2   | 1024x640  | 1   | 4      | 14   | 14
                    gpt-image-2   | 1536x1024 | 1   | 4      | 14   | 14
                    gpt-image-2   | 1024x1536 | 1   | 4      | 14   | 14
                    gpt-image-2   | 1536x1536 | 1   | 4      | 14   | 14
                    gpt-image-2   | 2K        | 2   | 17     | 67   | 67
                    gpt-image-2   | 2k        | 2   | 17     | 67   | 67
                    gpt-image-2   | 1552x1024 | 2   | 17     | 67   | 67
                    gpt-image-2   | 1024x1552 | 2   | 17     | 67   | 67
                    gpt-image-2   | 2048x2048 | 2   | 17     | 67   | 67
                    gpt-image-2   | 2048x1152 | 2   | 17     | 67   | 67
                    gpt-image-2   | 4K        | 4   | 34     | 133  | 133
                    gpt-image-2   | 4k        | 4   | 34     | 133  | 133
                    gpt-image-2   | 2064x1024 | 4   | 34     | 133  | 133
                    gpt-image-2   | 1024x2064 | 4   | 34     | 133  | 133
                    gpt-image-2   | 2880x2880 | 4   | 34     | 133  | 133
                    gpt-image-2   | 3840x2160 | 4   | 34     | 133  | 133
                    gpt-image-2   | 512       | -   | -      | -    | -
                    gpt-image-2   | 512x512   | -   | -      | -    | -
                    gpt-image-1.5 | auto      | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 1K        | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 1:1       | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 3:2       | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 2:3       | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 1024x1024 | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 1536x1024 | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 1024x1536 | 1   | 4      | 14   | 4
                    gpt-image-1.5 | 512       | -   | -      | -    | -
                    gpt-image-1.5 | 2K        | -   | -      | -    | -
                    gpt-image-1.5 | 4K        | -   | -      | -    | -
                    gpt-image-1.5 | 16:9      | -   | -      | -    | -
                    gpt-image-1.5 | 1024x1040 | -   | -      | -    | -
                    gpt-image-1.5 | 2048x2048 | -   | -      | -    | -
                    """)
    void gptImageModelsCostByTierAndQuality(
            String model, String size, String low, String medium, String high, String auto) {
        assertPrice(low, model, size, "low");
        assertPrice(medium, model, size, "medium");
        assertPrice(high, model, size, "high");
        assertPrice(auto, model, size, "auto");
        assertPrice(auto, model, size, null);
    }

    private static final String[] SIZES = {
        "auto",
        "1:1",
        "16:9",
        "512",
        "1K",
        "2K",
        "4K",
        "512x512",
        "1024x1024",
        "2048x2048",
        "4096x4096"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # NAME                           auto 1:1 16:9 512 1K 2K 4K 512² 1024² 2048² 4096²
                    gemini-2.5-flash-image             | 2  2  2  - 2 - -  - 2 - -
                    nano-banana                        | 2  2  2  - 2 - -  - 2 - -
                    gemini-3.1-flash-lite-image        | 2  2  2  - 2 - -  - 2 - -
                    nano-banana-2-lite                 | 2  2  2  - 2 - -  - 2 - -
                    gemini-3.1-flash-image-preview     | 4  4  4  4 4 6 8  4 4 6 8
                    nano-banana-2                      | 4  4  4  4 4 6 8  4 4 6 8
                    gemini-3.1-flash-image-preview-512 | 4  4  4  4 - - -  4 - - -
                    nano-banana-2-512                  | 4  4  4  4 - - -  4 - - -
                    gemini-3.1-flash-image-preview-2k  | 6  6  6  - - 6 -  - - 6 -
                    nano-banana-2-2k                   | 6  6  6  - - 6 -  - - 6 -
                    gemini-3.1-flash-image-preview-4k  | 8  8  8  - - - 8  - - - 8
                    nano-banana-2-4k                   | 8  8  8  - - - 8  - - - 8
                    gemini-3-pro-image-preview         | 8  8  8  - 8 8 16 - 8 8 16
                    nano-banana-pro                    | 8  8  8  - 8 8 16 - 8 8 16
                    gemini-3-pro-image-preview-2k      | 8  8  8  - - 8 -  - - 8 -
                    nano-banana-pro-2k                 | 8  8  8  - - 8 -  - - 8 -
                    gemini-3-pro-image-preview-4k      | 16 16 16 - - - 16 - - - 16
                    nano-banana-pro-4k                 | 16 16 16 - - - 16 - - - 16
                    """)
    void geminiModelsCostByTier(String model, String cells) {
        assertCells(model, cells);
    }

    private static void assertCells(String model, String cells) {
        var expected = cells.split(" +", -1);
        assertEquals(SIZES.length, expected.length);
        for (var i = 0; i < expected.length; i++) {
            assertPrice(expected[i], model, SIZES[i], null);
            assertPrice(expected[i], model, SIZES[i], "auto");
        }
    }

    /** The prices of these are ours: the contract has none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # NAME            auto 1:1 16:9 512 1K 2K 4K 512² 1024² 2048² 4096²
                    stable-image-core  | 4  4  4  - 4  - - - 4  - -
                    stable-image-ultra | 14 14 14 - 14 - - - 14 - -
                    sd3.5-large        | 8  8  8  - 8  - - - 8  - -
                    """)
    void stabilitysModelsHaveOnePriceEach(String model, String cells) {
        assertCells(model, cells);
    }

    @Test
    void theContractsModelsAreAllThereAre() {
        assertEquals(
                List.of(
                        "gemini-2.5-flash-image",
                        "gemini-3-pro-image-preview",
                        "gemini-3.1-flash-image-preview",
                        "gemini-3.1-flash-lite-image",
                        "gpt-image-1.5",
                        "gpt-image-2",
                        "sd3.5-large",
                        "stable-image-core",
                        "stable-image-ultra"),
                CATALOG.models().stream().map(Model::id).sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-image-2-2k", "nano-banana-2k", "nano-banana-pro-512", "nano-banana-2-lite-4k",
        "nano-banana-2-1k", "NANO-BANANA", "gpt-image-1", "' nano-banana'"
    })
    void aNameOutsideTheTableIsNoModel(String name) {
        var refusal = assertThrows(ApiException.class, () -> read(name, "auto", null, 1));
        assertEquals(ErrorCode.MODEL_NOT_FOUND, refusal.code());
        assertEquals(Optional.of("model"), refusal.parameter());
    }

    @ParameterizedTest
    @CsvSource({"low", "medium", "high"})
    void aModelWithoutQualitiesRefusesThem(String quality) {
        for (var model : List.of("nano-banana", "nano-banana-2-4k", "gemini-3-pro-image-preview")) {
            var refusal = assertThrows(ApiException.class, () -> read(model, "auto", quality, 1));
            assertEquals(ErrorCode.UNSUPPORTED_PARAMETER, refusal.code());
            assertEquals(Optional.of("quality"), refusal.parameter());
        }
    }

    @Test
    void theHoldIsThePriceOfOneTimesTheNumberAndTheChargeThatOfWhatCame() {
        for (var count = 1; count <= 10; count++) {
            var price = CATALOG.price(read("gpt-image-2", "4K", "medium", count));
            assertEquals(Credits.of(String.valueOf(34 * count)), price.total());
            assertEquals(price.total(), price.of(count));
            assertEquals(price.total(), price.of(count + 7));
            assertEquals(Credits.ZERO, price.of(0));
            assertEquals(Credits.of("34"), price.of(1));
        }
    }

    @Test
    void aPriceNamesTheCatalogueThatGaveIt() {
        var price = CATALOG.price(read("nano-banana", "auto", null, 3));
        assertEquals(CATALOG.version(), price.version());
        assertEquals(3, price.count());
    }

    private static void assertPrice(String expected, String model, String size, String quality) {
        var label = model + " " + size + " " + quality;
        if (expected.equals("-")) {
            var refusal =
                    assertThrows(ApiException.class, () -> read(model, size, quality, 1), label);
            assertEquals(ErrorCode.INVALID_VALUE, refusal.code(), label);
            assertEquals(Optional.of("size"), refusal.parameter(), label);
        } else {
            var price = CATALOG.price(read(model, size, quality, 1));
            assertEquals(Credits.of(expected), price.perImage(), label);
        }
    }

    private static ImageRequest read(String model, String size, String quality, int count) {
        var values = new HashMap<String, Object>(Map.of("model", model, "prompt", "a fox"));
        values.put("size", size);
        values.put("quality", quality);
        values.put("n", count);
        return READER.read(new Parameters(values), ResponseFormat.URL).image();
    }

    @Test
    void everyPriceOfTheCatalogueIsInTheTablesAbove() {
        var cells =
                CATALOG.models().stream()
                        .flatMap(model -> model.prices().perImage().values().stream())
                        .mapToInt(Map::size)
                        .sum();
        // gpt-image-2: 3 tiers x 4; gpt-image-1.5: 4; Gemini: 1 + 1 + 4 + 3; Stability: 1 each.
        assertEquals(Arrays.stream(new int[] {12, 4, 1, 1, 4, 3, 3}).sum(), cells);
    }
}
