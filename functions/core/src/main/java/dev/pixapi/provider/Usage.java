package dev.pixapi.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/** What providers count, by OpenAI's names: numbers of tokens, and objects of such numbers. */
final class Usage {
    private Usage() {}

    /** Of two calls: what both count is added, what one counts is kept. */
    static Map<String, Object> sum(Map<String, Object> one, Map<String, Object> other) {
        var sum = new LinkedHashMap<String, Object>(one);
        other.forEach((name, value) -> sum.merge(name, value, Usage::added));
        return sum;
    }

    private static Object added(Object one, Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return left.longValue() + right.longValue();
        }
        return one instanceof Map<?, ?> left && other instanceof Map<?, ?> right
                ? sum(named(left), named(right))
                : one;
    }

    private static Map<String, Object> named(Map<?, ?> object) {
        var named = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
