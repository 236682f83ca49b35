package dev.pixapi.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Tables as JSON objects. */
final class Describe {
    private Describe() {}

    static <K, V> Map<String, Object> map(
            Map<K, V> table, Function<K, String> key, Function<V, Object> value) {
        var result = new LinkedHashMap<String, Object>();
        table.forEach((k, v) -> result.put(key.apply(k), value.apply(v)));
        return result;
    }
}
