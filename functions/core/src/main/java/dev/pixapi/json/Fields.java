package dev.pixapi.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed reading of a document that we wrote ourselves (catalogue, manifest, stored state). What a
 * caller sends is read by {@code api.Parameters}, which answers with precise refusals.
 *
 * <p>Every reader throws {@link IllegalArgumentException} with the name of the field that is absent
 * or of another type.
 */
public record Fields(Map<String, Object> values) {

    public static final Fields EMPTY = new Fields(Map.of());

    public static Fields of(Object value) {
        var result = new LinkedHashMap<String, Object>();
        Map<?, ?> object = cast(value, Map.class, "object");
        object.forEach((key, item) -> result.put((String) key, item));
        return new Fields(result);
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public String string(String name) {
        return required(name, String.class);
    }

    public Optional<String> optionalString(String name) {
        return has(name) ? Optional.of(string(name)) : Optional.empty();
    }

    public long number(String name) {
        return required(name, Number.class).longValue();
    }

    public boolean flag(String name, boolean standard) {
        return has(name) ? required(name, Boolean.class) : standard;
    }

    public BigDecimal decimal(String name) {
        return new BigDecimal(required(name, Number.class).toString());
    }

    public Fields object(String name) {
        return of(required(name, Map.class));
    }

    public List<Fields> objects(String name) {
        return list(name).stream().map(item -> of(cast(item, Map.class, name))).toList();
    }

    public List<String> strings(String name) {
        return list(name).stream().map(item -> cast(item, String.class, name)).toList();
    }

    private List<Object> list(String name) {
        return has(name) ? new ArrayList<Object>(required(name, List.class)) : List.of();
    }

    private <T> T required(String name, Class<T> type) {
        return cast(values.get(name), type, name);
    }

    private static <T> T cast(Object value, Class<T> type, String name) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
