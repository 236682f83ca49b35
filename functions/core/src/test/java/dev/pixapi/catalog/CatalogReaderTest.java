package dev.pixapi.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.api.Parameters;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.ledger.Credits;
import dev.pixapi.request.ImagesReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class CatalogReaderTest {
    /** One model, as an operator would write it. */
    private static final String OWN =
            """
            {"version": "mine-1", "models": [{
              "id": "house-model", "owned_by": "acme", "created": 1700000000,
              "aliases": ["house"], "tier_aliases": ["-2k"],
              "operations": ["generations"], "qualities": ["low"], "backgrounds": ["auto"],
              "sizes": {"rule": "ratio", "tiers": ["1K", "2K"], "ratios": ["1:1", "16:9"],
                        "tier_edges": {"1K": 1536, "2K": 2048}},
              "prices": {"1K": {"auto": 2.24, "low": 0.000001}, "2K": {"auto": 3, "low": 1}},
              "routes": [{"provider": "openai", "model": "house-model-large"}]
            }]}
            """;

    @Test
    void anOperatorsOwnFileIsReadInsteadOfTheCarriedOne(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("catalog.json"), OWN);

        var catalog = CatalogReader.read(Optional.of(file));

        assertEquals("mine-1", catalog.version());
        assertEquals(List.of("house-model"), catalog.models().stream().map(Model::id).toList());
        assertEquals(Optional.empty(), catalog.find("gpt-image-2"));
        assertEquals(Credits.of("6.72"), total(catalog, Map.of("model", "house", "n", 3)));
        assertEquals(
                Credits.of("0.000003"),
                total(catalog, Map.of("model", "house-model", "n", 3, "quality", "low")));
        assertEquals(Credits.of("3"), total(catalog, Map.of("model", "house-2k")));
    }

    @Test
    void aFileThatIsNotThereIsAnErrorAndNotTheCarriedCatalogue(@TempDir Path folder) {
        var missing = Optional.of(folder.resolve("none.json"));
        assertThrows(UncheckedIOException.class, () -> CatalogReader.read(missing));
    }

    @Test
    void twoModelsWithOneNameAreRefused() {
        for (var alias : List.of("house-model", "house", "house-2k", "house-model-2k")) {
            var second =
                    model().replace("\"house-model\", \"owned_by\"", "\"other\", \"owned_by\"")
                            .replace("[\"house\"]", "[\"" + alias + "\"]");
            var refusal = refusal(OWN.replace(model(), model() + ", " + second));
            assertTrue(refusal.getMessage().contains(alias), refusal.getMessage());
        }
    }

    /** What is taken out or put wrong, and the word that the message must have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "version": "mine-1",        | `` | version
                    "models"                    | "modells" | models
                    "models": [{                | "models": {}, "x": [{ | models
                    "models": [{                | "models": [5, { | models
                    "id": "house-model",        | `` | id
                    "id": "house-model"         | "id": 5 | id
                    "owned_by": "acme",         | `` | owned_by
                    "created": 1700000000       | "created": "today" | created
                    "created": 1700000000,      | "created": 1700000000, "longest_prompt": 0, | longest_prompt
                    "created": 1700000000,      | "created": 1700000000, "longest_prompt": 32001, | longest_prompt
                    "aliases": ["house"]        | "aliases": "house" | aliases
                    "aliases": ["house"]        | "aliases": [1] | aliases
                    "tier_aliases": ["-2k"]     | "tier_aliases": ["-3k"] | 3k
                    "tier_aliases": ["-2k"]     | "tier_aliases": [""] | tier_aliases
                    "operations": ["generations"] | "operations": ["paint"] | operation
                    "qualities": ["low"]        | "qualities": ["best"] | best
                    "backgrounds": ["auto"]     | "backgrounds": ["pink"] | background
                    "rule": "ratio"             | "rule": "any" | any
                    "rule": "ratio",            | `` | rule
                    "sizes": {                  | "sizes": [], "x": { | sizes
                    "tiers": ["1K", "2K"]       | "tiers": ["8K"] | 8K
                    "tiers": ["1K", "2K"],      | `` | tiers
                    "ratios": ["1:1", "16:9"]   | "ratios": ["16x9"] | ratio
                    "ratios": ["1:1", "16:9"]   | "ratios": ["0:9"] | ratio
                    "tier_edges": {             | "edges": { | tier_edges
                    "prices": {                 | "prises": { | prices
                    "auto": 2.24                | "auto": "2.24" | auto
                    "auto": 2.24                | "auto": -2 | auto
                    "auto": 2.24                | "auto": 0.0000001 | auto
                    "auto": 2.24                | "auto": 1e999999999 | auto
                    "auto": 2.24, "low"         | "low" | auto
                    "auto": 3, "low": 1         | "auto": 3 | low
                    , "2K": {"auto": 3, "low": 1} | `` | 2K
                    "routes": [{                | "routs": [{ | rout
                    "provider": "openai",       | `` | provider
                    """)
    void aBrokenFileIsRefusedAndTheMessageNamesTheField(String from, String to, String word) {
        assertTrue(OWN.contains(from));
        var message = refusal(OWN.replace(from, to)).getMessage();
        assertTrue(
                message.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{", "[]", "``", "{} {}", "nul"})
    void whatIsNoJsonObjectIsRefused(String text) {
        assertTrue(refusal(text).getMessage().contains("JSON"));
    }

    private static IllegalArgumentException refusal(String json) {
        return assertThrows(
                IllegalArgumentException.class,
                () -> CatalogReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** The one object inside of models. */
    private static String model() {
        return OWN.substring(OWN.indexOf("[{") + 1, OWN.lastIndexOf("}") - 1).stripTrailing();
    }

    private static Credits total(Catalog catalog, Map<String, Object> parameters) {
        var values = new HashMap<>(parameters);
        values.put("prompt", "a fox");
        var request = new ImagesReader(catalog).read(new Parameters(values), ResponseFormat.URL);
        return catalog.price(request.image()).total();
    }
}
