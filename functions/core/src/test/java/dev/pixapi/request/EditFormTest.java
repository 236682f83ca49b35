package dev.pixapi.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.ApiException;
import dev.pixapi.form.TestingForm;
import dev.pixapi.input.ImageSource;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.Sources.Named;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits as forms: their files are the images, wherever they stand. */
class EditFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"image", "image[]", "image[0]"})
    void oneFileOfAFormIsTheImage(String name) {
        var edit = EditReader.read(new TestingForm().file(name, "a", bytes(1)).request());
        assertEquals(List.of("image"), names(edit));
        assertEquals("1", text(edit.sources().images().getFirst().source()));
        assertEquals(Optional.empty(), edit.sources().mask());
    }

    @Test
    void severalFilesOfAFormKeepTheirOrderWhateverTheyAreCalled() {
        var form =
                new TestingForm()
                        .file("image[]", "b", bytes(2))
                        .file("mask", "m", bytes(9))
                        .file("image", "a", bytes(1))
                        .file("image[7]", "c", bytes(3));
        var edit = EditReader.read(form.request());
        assertEquals(List.of("image[0]", "image[1]", "image[2]"), names(edit));
        assertEquals(List.of("2", "1", "3"), texts(edit));
        assertEquals("mask", edit.sources().mask().orElseThrow().parameter());
        assertEquals("9", text(edit.sources().mask().orElseThrow().source()));
    }

    @Test
    void aFormsFieldsAreTextsThatAreReadAsWhatTheyMean() {
        var form =
                new TestingForm()
                        .file("image", "a", bytes(1))
                        .text("n", "3")
                        .text("stream", "true")
                        .text("prompt", "5")
                        .text("unknown", "x");
        var parameters = EditReader.read(form.request()).parameters();
        assertEquals(Optional.of(3), parameters.integer("n", 1, 10));
        assertEquals(Optional.of(true), parameters.flag("stream"));
        assertEquals(Optional.of("5"), parameters.text("prompt", 1, 9));
    }

    @Test
    void metadataOfAFormStandsInBracketsOrInJson() {
        var form =
                new TestingForm()
                        .file("image", "a", bytes(1))
                        .text("metadata[order]", "7")
                        .text("metadata", "{\"order\": \"8\", \"color\": \"red\"}")
                        .text("metadata[größe]", "");
        assertEquals(
                Map.of("order", "7", "größe", "", "color", "red"),
                EditReader.read(form.request()).parameters().pairs("metadata"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "\"a\"", "{\"a\": }", "{\"a\": 1}", "{\"a\": null}"})
    void metadataThatIsNoObjectOfTextsIsRefused(String metadata) {
        var form = new TestingForm().file("image", "a", bytes(1)).text("metadata", metadata);
        var refusal =
                assertThrows(
                        ApiException.class,
                        () -> EditReader.read(form.request()).parameters().pairs("metadata"));
        assertEquals(Optional.of("metadata"), refusal.parameter());
    }

    @Test
    void sixteenImagesAreTakenAndSeventeenRefused() {
        var form = new TestingForm();
        for (var i = 0; i < 16; i++) {
            form.file("image[]", "", bytes(1));
        }
        assertEquals(16, EditReader.read(form.request()).sources().images().size());
        var many =
                TestingForm.request(form.contentType(), form.file("image", "", bytes(1)).bytes());
        assertEquals(
                Optional.of("image"),
                assertThrows(ApiException.class, () -> EditReader.read(many)).parameter());
    }

    @Test
    void twoMasksAreRefused() {
        var form =
                new TestingForm()
                        .file("image", "", bytes(1))
                        .file("mask", "", bytes(1))
                        .file("mask", "", bytes(1));
        var refusal = assertThrows(ApiException.class, () -> EditReader.read(form.request()));
        assertEquals(Optional.of("mask"), refusal.parameter());
    }

    @Test
    void aFormWithoutAnImageLacksIt() {
        var form = new TestingForm().text("prompt", "x").file("mask", "", bytes(1));
        var refusal = assertThrows(ApiException.class, () -> EditReader.read(form.request()));
        assertEquals("missing_required_parameter", refusal.code().wireName());
        assertEquals(Optional.of("image"), refusal.parameter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed; boundary=x",
                "application/x-www-form-urlencoded",
                "image/png"
            })
    void anotherContentTypeIsRefused(String type) {
        var request = TestingForm.request(type, new byte[] {1});
        var refusal = assertThrows(ApiException.class, () -> EditReader.read(request));
        assertEquals(415, refusal.code().status());
    }

    private static List<String> names(ImagesBody edit) {
        return edit.sources().images().stream().map(Named::parameter).toList();
    }

    private static List<String> texts(ImagesBody edit) {
        return edit.sources().images().stream().map(image -> text(image.source())).toList();
    }

    private static String text(ImageSource source) {
        return source instanceof Inline(var bytes) ? String.valueOf(bytes[0]) : "";
    }

    private static byte[] bytes(int value) {
        return new byte[] {(byte) value};
    }
}
