package dev.pixapi.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

class FieldsTest {
    private static final Fields FIELDS = read();

    @Test
    void fieldsAreReadByTheirTypes() {
        assertEquals("a", FIELDS.string("text"));
        assertEquals(Optional.empty(), FIELDS.optionalString("none"));
        assertEquals(Optional.of("a"), FIELDS.optionalString("text"));
        assertEquals(7, FIELDS.number("count"));
        assertEquals(new BigDecimal("2.24"), FIELDS.decimal("price"));
        assertEquals("b", FIELDS.object("inner").string("text"));
        assertEquals(List.of("x", "y"), FIELDS.strings("words"));
        assertEquals("b", FIELDS.objects("list").getFirst().string("text"));
    }

    @Test
    void aFieldThatIsAbsentOrOfAnotherTypeIsNamed() {
        refused("none", f -> f.string("none"));
        refused("empty", f -> f.string("empty"));
        refused("count", f -> f.string("count"));
        refused("count", f -> f.optionalString("count"));
        refused("text", f -> f.number("text"));
        refused("text", f -> f.decimal("text"));
        refused("text", f -> f.object("text"));
        refused("text", f -> f.strings("text"));
        refused("list", f -> f.strings("list"));
        refused("words", f -> f.objects("words"));
    }

    private static void refused(String name, Consumer<Fields> reading) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> reading.accept(FIELDS));
        assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
    }

    private static Fields read() {
        try {
            return new Fields(
                    Json.object(
                            """
                            {"text": "a", "count": 7, "price": 2.24, "inner": {"text": "b"},
                             "words": ["x", "y"], "list": [{"text": "b"}], "empty": null}
                            """));
        } catch (MalformedJson impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void anExplicitNullIsAbsent() {
        assertEquals(Map.of(), new Fields(Map.of()).values());
        assertEquals(false, FIELDS.has("empty"));
        assertEquals(true, FIELDS.has("text"));
    }
}
