package dev.pixapi.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.ImageSize;
import dev.pixapi.image.RequestedSize;
import dev.pixapi.image.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/** The rules of sizes at their edges. */
class SizeRulesTest {
    private static final Catalog CATALOG = CatalogReader.read(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1024x640", // 655,360 pixels: the fewest
                "640x1024",
                "3840x2160", // 8,294,400 pixels: the most
                "2160x3840",
                "2880x2880",
                "1536x512", // 3:1: the longest
                "512x1536",
                "3840x1280", // 3840: the longest edge
                "1280x3840",
                "1040x1024",
            })
    void aGptSizeAtTheEdgeIsMade(String size) {
        var found = resolve("gpt-image-2", size).orElseThrow();
        assertEquals(size, found.dimensions().toString());
        assertFalse(found.auto());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1025x1024", // no multiple of 16
                "1024x1025",
                "1032x1024",
                "1008x640", // 645,120 pixels
                "7x7",
                "16x16",
                "2896x2880", // 8,340,480 pixels
                "3840x2176",
                "1552x512", // longer than 3:1
                "512x1552",
                "3840x1264",
                "3856x2144", // 8,267,264 pixels, but 3856 on its long edge
                "2144x3856",
                "99999x99999",
            })
    void aGptSizeBeyondTheEdgeIsNot(String size) {
        assertEquals(Optional.empty(), resolve("gpt-image-2", size));
    }

    @ParameterizedTest
    @CsvSource({
        "512x512, 512",
        "513x513, 1K",
        "1536x1536, 1K",
        "1537x1537, 2K",
        "2048x2048, 2K",
        "2049x2049, 4K",
        "512x288, 512",
        "288x512, 512",
        "1344x768, 1K",
        "2048x1152, 2K",
        "4096x4096, 4K",
        "6400x6400, 4K",
        "128x128, 512",
    })
    void theTierOfAGeminiSizeFollowsFromItsLongEdge(String size, String tier) {
        var found = resolve("nano-banana-2", size).orElseThrow();
        assertEquals(tier, found.tier().wireName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127x127", "6401x6401", "99999x99999", "1000x300", "128x1280", "7x7"})
    void aGeminiSizeThatIsTooSmallTooLargeOrOfAnotherShapeIsNotMade(String size) {
        assertEquals(Optional.empty(), resolve("nano-banana-2", size));
    }

    @ParameterizedTest
    @CsvSource({"1024x1024, 1:1", "1376x768, 16:9", "768x1376, 9:16", "1584x672, 21:9"})
    void aGeminiSizeIsAskedByItsNearestRatio(String size, String ratio) {
        assertEquals(
                ratio,
                resolve("nano-banana-2", size).orElseThrow().ratio().orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "nano-banana, 8:1, false",
        "nano-banana-2, 8:1, true",
        "nano-banana-2, 1:4, true",
        "nano-banana-pro, 4:1, false",
        "nano-banana-pro, 21:9, true",
        "gpt-image-1.5, 21:9, false",
        "gpt-image-2, 3:1, true",
        "gpt-image-2, 4:1, false",
    })
    void aRatioBelongsToSomeModels(String model, String ratio, boolean made) {
        assertEquals(made, resolve(model, ratio).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x0",
                "0x1024",
                "1024x0",
                "1024",
                "1024x",
                "x1024",
                "x",
                "big",
                "Auto",
                "-16x16",
                "1024X1024",
                "1024 x 1024",
                " 1024x1024",
                "+1024x1024",
                "01024x1024",
                "1e3x1024",
                "999999x16",
                "1024x1024x1024",
                "16:0",
                "0:9",
                "16:9:1",
                "100:1",
                "8K",
                "3K",
                "١x١",
                "1024x1024\n"
            })
    void aTextOfNoneOfTheFormsIsNoSize(String text) {
        assertEquals(Optional.empty(), RequestedSize.parse(text));
    }

    /** A tier or a ratio must never give pixels that the same model would refuse by themselves. */
    @Test
    void thePixelsBehindEveryTierAndRatioAreOnesThatTheModelMakes() {
        var rule = (CustomSizes) CATALOG.find("gpt-image-2").orElseThrow().model().sizes();
        rule.table()
                .sizes()
                .forEach(
                        (tier, row) ->
                                row.forEach(
                                        (ratio, size) -> {
                                            var made = resolve("gpt-image-2", size.toString());
                                            assertEquals(
                                                    Optional.of(tier), made.map(ImageSize::tier));
                                            assertTrue(ratio.distance(size) < 0.01, ratio + "");
                                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-image-2, 1K, 1024x1024",
        "gpt-image-2, 2K, 2048x2048",
        "gpt-image-2, 4K, 3840x2160",
        "gpt-image-2, 16:9, 1536x864",
        "gpt-image-1.5, auto, 1024x1024",
        "gpt-image-1.5, 3:2, 1536x1024",
        "nano-banana, auto, 1024x1024",
        "nano-banana-2, 512, 512x512",
        "nano-banana-pro, 4K, 4096x4096",
    })
    void aTierOrARatioStandsForPixels(String model, String size, String pixels) {
        assertEquals(pixels, resolve(model, size).orElseThrow().dimensions().toString());
    }

    @Test
    void autoIsRememberedAsAuto() {
        for (var model : CATALOG.models()) {
            assertTrue(model.sizes().auto().auto(), model.id());
            assertEquals(Tier.ONE_K, model.sizes().auto().tier(), model.id());
        }
    }

    @Test
    void aRefusalSaysWhatIsAllowed() {
        var allowed = CATALOG.find("gpt-image-2").orElseThrow().model().sizes().allowed();
        for (var word : new String[] {"16", "655360", "8294400", "3:1", "3840", "2K", "16:9"}) {
            assertTrue(allowed.contains(word), allowed);
        }
    }

    private static Optional<ImageSize> resolve(String model, String size) {
        var requested = RequestedSize.parse(size).orElseThrow();
        return CATALOG.find(model).orElseThrow().model().sizes().resolve(requested);
    }
}
