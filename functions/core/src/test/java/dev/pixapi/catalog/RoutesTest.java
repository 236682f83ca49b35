package dev.pixapi.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputShape;
import dev.pixapi.image.Output;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the catalogue says of the ways to a model. */
class RoutesTest {
    private static final Catalog CARRIED = CatalogReader.read(Optional.empty());
    private static final InputShape MASKED = new InputShape(1, true);

    @Test
    void aRouteThatSaysNothingCanDoWhatItsModelCan() {
        var can = route("").can();

        assertTrue(can.all(asked(InputShape.NONE, Background.TRANSPARENT)));
        assertTrue(can.all(asked(new InputShape(3, true), Background.AUTO)));
        assertFalse(can.all(asked(new InputShape(4, true), Background.AUTO)));
        assertEquals(EnumSet.allOf(ImageFormat.class), can.formats());
    }

    /** What a route says, and whether it then generates, edits two, edits by mask, is clear. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "generates": false   | false | true  | true  | false
                    "inputs": 1          | true  | false | true  | true
                    "inputs": 0          | true  | false | false | true
                    "mask": false        | true  | true  | false | true
                    "transparent": false | true  | true  | true  | false
                    """)
    void aRouteIsTakenForWhatItCanDoAlone(
            String says, boolean generates, boolean two, boolean mask, boolean clear) {
        var can = route(", \"can\": {" + says + "}").can();

        assertEquals(generates, can.all(asked(InputShape.NONE, Background.AUTO)));
        assertEquals(two, can.all(asked(new InputShape(2, false), Background.AUTO)));
        assertEquals(mask, can.all(asked(MASKED, Background.OPAQUE)));
        assertEquals(clear, can.all(asked(InputShape.NONE, Background.TRANSPARENT)));
    }

    @Test
    void aRouteMayMakeSomeFormatsOnlyOrNoneWhenToldTo() {
        assertEquals(
                Set.of(ImageFormat.JPEG),
                route(", \"can\": {\"formats\": [\"jpeg\"]}").can().formats());
        assertEquals(Set.of(), route(", \"can\": {\"formats\": []}").can().formats());
    }

    @Test
    void aRouteMayHaveATimeOfItsOwn() {
        assertEquals(Optional.empty(), route("").timeout());
        assertEquals(
                Optional.of(Duration.ofSeconds(90)), route(", \"timeout_seconds\": 90").timeout());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"timeout_seconds\": 0",
                ", \"timeout_seconds\": 241",
                ", \"timeout_seconds\": \"90\"",
                ", \"can\": {\"formats\": [\"bmp\"]}",
                ", \"can\": {\"mask\": \"no\"}",
                ", \"can\": {\"inputs\": \"1\"}"
            })
    void aRouteThatCannotBeIsRefusedWithItsModelsName(String more) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> route(more));

        assertTrue(refusal.getMessage().startsWith("house-model: "), refusal.getMessage());
    }

    @Test
    void everyModelOfTheGptFamilyHasAzureAsItsSecondWay() {
        for (var model : List.of("gpt-image-2", "gpt-image-1.5")) {
            var routes = CARRIED.find(model).orElseThrow().model().routes();
            assertEquals(List.of("openai", "azure"), routes.stream().map(Route::provider).toList());
            assertFalse(routes.getLast().can().formats().contains(ImageFormat.WEBP));
        }
    }

    @Test
    void stabilitysModelsAreReachedOnBedrockAndOneOfThemEditsOneImage() {
        assertBedrock("stable-image-core", "stability.stable-image-core-v1:1", 0);
        assertBedrock("stable-image-ultra", "stability.stable-image-ultra-v1:1", 0);
        assertBedrock("sd3.5-large", "stability.sd3-5-large-v1:0", 1);
    }

    private static void assertBedrock(String id, String there, int inputs) {
        var model = CARRIED.find(id).orElseThrow().model();
        assertEquals(new Editing(inputs, false, false), model.editing());
        assertEquals(1, model.routes().size());
        assertEquals("bedrock", model.routes().getFirst().provider());
        assertEquals(there, model.routes().getFirst().model());
    }

    private static Route route(String more) {
        var json =
                """
                {"version": "mine-1", "models": [{
                  "id": "house-model", "owned_by": "acme", "created": 1700000000,
                  "operations": ["generations", "edits"], "backgrounds": ["auto", "transparent"],
                  "sizes": {"rule": "ratio", "tiers": ["1K"], "ratios": ["1:1"],
                            "tier_edges": {"1K": 1536}},
                  "prices": {"1K": {"auto": 1}}, "inputs": {"images": 3, "mask": true},
                  "routes": [{"provider": "openai", "model": "x"%s}]
                }]}
                """
                        .formatted(more);
        var catalog = CatalogReader.read(json.getBytes(StandardCharsets.UTF_8));
        return catalog.find("house-model").orElseThrow().model().routes().getFirst();
    }

    private static ImageRequest asked(InputShape inputs, Background background) {
        return new ImageRequest(
                "house-model",
                "A lighthouse",
                1,
                new ImageSize(Tier.ONE_K, new Dimensions(1024, 1024), Optional.empty(), true),
                Quality.AUTO,
                new Output(Optional.empty(), Optional.empty(), background),
                inputs,
                Map.of());
    }
}
