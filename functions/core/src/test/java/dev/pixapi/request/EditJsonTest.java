package dev.pixapi.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.form.TestingForm;
import dev.pixapi.input.ImageSource;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.ImageSource.Link;
import dev.pixapi.input.ImageSource.UploadedFile;
import dev.pixapi.input.Sources.Named;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits as JSON: URLs, data URLs and uploaded files, one or many. */
class EditJsonTest {
    private static final String URL = "https://example.com/fox.png";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'image': 'URL'                                       | image",
                "'image': ['URL']                                     | image[0]",
                "'image': ['URL', {'image_url': 'URL'}]               | image[0]"
                        + " image[1].image_url",
                "'image': {'image_url': 'URL'}                        | image.image_url",
                "'images': [{'image_url': 'URL', 'file_id': null}]    | images[0].image_url",
                "'images': ['URL', {'image_url': 'URL', 'x': 1}]      | images[0]"
                        + " images[1].image_url",
                "'images': {'image_url': 'URL'}                       | images.image_url",
                "'image': 'URL', 'images': null, 'mask': null         | image"
            })
    void imagesInJsonAreTextsOrObjectsOneOrMany(String fields, String names) {
        var edit = EditReader.read(json(fields));
        assertEquals(names, String.join(" ", names(edit)));
        edit.sources().images().forEach(image -> assertEquals(new Link(URL), image.source()));
        assertEquals(Optional.empty(), edit.sources().mask());
        assertEquals(Map.of("n", 2), edit.parameters().values());
    }

    @Test
    void anUploadedFileIsNamedByItsId() {
        var edit =
                EditReader.read(
                        json("'images': [{'file_id': 'file_1'}], 'mask': {'file_id': 'file_2'}"));
        var images = edit.sources().images();
        assertEquals(List.of(new Named("images[0].file_id", new UploadedFile("file_1"))), images);
        assertEquals(
                Optional.of(new Named("mask.file_id", new UploadedFile("file_2"))),
                edit.sources().mask());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,AP+A",
                "DATA:image/png;BASE64,AP+A",
                "data:;base64,AP+A",
                "data:text/html;charset=utf-8;base64,AP+A"
            })
    void aDataUrlIsDecodedWhateverItSaysOfItself(String url) {
        var edit = EditReader.read(json("'image': '" + url + "', 'mask': '" + url + "'"));
        var expected = new byte[] {0, -1, -128};
        assertArrayEquals(expected, bytes(edit.sources().images().getFirst().source()));
        assertArrayEquals(expected, bytes(edit.sources().mask().orElseThrow().source()));
    }

    /** Percent-encoding, the alphabet for URLs and blanks are refused, not guessed at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png,AP+A",
                "data:image/png;base64",
                "data:",
                "data:image/png;base64,AP%2BA",
                "data:image/png;base64,AP-_",
                "data:image/png;base64,AP+A AAAA",
                "data:image/png;base64,AP+A\\nAAAA",
                "data:image/png;base64,A",
                "data:image/png;base64,ÄÄÄÄ"
            })
    void whatIsNoDataUrlInBase64IsRefused(String url) {
        refused(
                "invalid_image",
                "images[1].image_url",
                "'images': ['URL', {'image_url': 'X'}]".replace("X", url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'x': 1                                           | missing_required_parameter |"
                        + " image",
                "'image': null                                    | missing_required_parameter |"
                        + " image",
                "'image': []                                      | missing_required_parameter |"
                        + " image",
                "'mask': 'URL'                                    | missing_required_parameter |"
                        + " image",
                "'image': 5                                       | invalid_value | image",
                "'image': true                                    | invalid_value | image",
                "'image': ['URL', null]                           | invalid_value | image[1]",
                "'image': ['URL', 5]                              | invalid_value | image[1]",
                "'image': [['URL']]                               | invalid_value | image[0]",
                "'image': {}                                      | invalid_value | image",
                "'image': 'URL', 'images': ['URL']                | invalid_value | images",
                "'images': [{}]                                   | invalid_value | images[0]",
                "'images': [{'image_url': null}]                  | invalid_value | images[0]",
                "'images': [{'image_url': 5}]                     | invalid_value | images[0]",
                "'images': [{'image_url': {'url': 'URL'}}]        | invalid_value | images[0]",
                "'images': [{'file_id': 5}]                       | invalid_value | images[0]",
                "'images': [{'image_url': 'URL', 'file_id': 'a'}] | invalid_value | images[0]",
                "'image': 'URL', 'mask': ['URL']                  | invalid_value | mask",
                "'image': 'URL', 'mask': false                    | invalid_value | mask",
                "'image': 'URL', 'mask': {'mask': 'URL'}          | invalid_value | mask"
            })
    void whatIsNoImageInJsonIsRefusedByItsPlace(String fields, String code, String parameter) {
        refused(code, parameter, fields);
    }

    @Test
    void seventeenImagesAreRefused() {
        refused("invalid_value", "image", "'image': [" + "'URL',".repeat(16) + "'URL']");
        refused("invalid_value", "images", "'images': [" + "'URL',".repeat(16) + "'URL']");
    }

    private static void refused(String code, String parameter, String fields) {
        var refusal = assertThrows(ApiException.class, () -> EditReader.read(json(fields)));
        assertEquals(code, refusal.code().wireName());
        assertEquals(Optional.of(parameter), refusal.parameter());
        assertTrue(refusal.getMessage().startsWith("'" + parameter + "' "), refusal.getMessage());
    }

    /** Quotation marks are single ones, and URL is one; n is 2. */
    private static HttpRequest json(String fields) {
        var json = ("{" + fields + ", 'n': 2}").replace('\'', '"').replace("URL", URL);
        return TestingForm.request("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(ImagesBody edit) {
        return edit.sources().images().stream().map(Named::parameter).toList();
    }

    private static byte[] bytes(ImageSource source) {
        return source instanceof Inline(var bytes) ? bytes : new byte[0];
    }
}
