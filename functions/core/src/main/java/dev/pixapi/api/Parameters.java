package dev.pixapi.api;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a caller sent, read with refusals that name the parameter, what is wrong and what is
 * allowed.
 *
 * @param texts true for a form, whose numbers and booleans are texts
 */
public record Parameters(Map<String, Object> values, boolean texts) {

    private static final String JSON_TYPE = "application/json";
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");

    /** Of JSON, where a number is a number. */
    public Parameters(Map<String, Object> values) {
        this(values, false);
    }

    /**
     * Reads a JSON body. An explicit null means absent; unknown parameters are kept and ignored,
     * but for {@code async}, in the query too: other gateways have it, and here the path decides.
     */
    public static Parameters ofJson(HttpRequest request) {
        refuseAsync(request);
        if (!request.mediaType().orElse(JSON_TYPE).equals(JSON_TYPE)) {
            throw ApiException.of(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json.");
        }
        try {
            return new Parameters(Json.object(request.body()));
        } catch (MalformedJson fault) {
            throw ApiException.of(
                    ErrorCode.INVALID_JSON,
                    "The body must be one JSON object (" + fault.getMessage() + ").");
        }
    }

    /**
     * @throws ApiException when the query has {@code async}
     */
    public static void refuseAsync(HttpRequest request) {
        if (request.queryParameter("async").isPresent()) {
            throw asyncIsAPath();
        }
    }

    /** All but these. */
    public Parameters without(Set<String> names) {
        var rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return new Parameters(rest, texts);
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** A text of {@code minimum} to {@code maximum} characters, counted as Unicode code points. */
    public Optional<String> text(String name, int minimum, int maximum) {
        return value(name, String.class, "a string")
                .map(text -> Texts.within(name, text, minimum, maximum));
    }

    public Optional<Integer> integer(String name, int minimum, int maximum) {
        var number =
                texts
                        ? value(name, String.class, "an integer").map(text -> number(name, text))
                        : value(name, Number.class, "an integer");
        return number.map(value -> whole(name, value, minimum, maximum));
    }

    public Optional<Boolean> flag(String name) {
        return texts
                ? choice(name, List.of("true", "false")).map(Boolean::valueOf)
                : value(name, Boolean.class, "true or false");
    }

    /** One of a few words. */
    public Optional<String> choice(String name, List<String> allowed) {
        return value(name, String.class, "a string")
                .map(
                        word -> {
                            if (!allowed.contains(word)) {
                                throw invalid(name, "must be one of " + Texts.list(allowed));
                            }
                            return word;
                        });
    }

    /** At most 16 pairs; keys up to 64 characters, values up to 512. */
    public Map<String, String> pairs(String name) {
        var map = value(name, Map.class, "an object").orElse(Map.of());
        if (map.size() > 16) {
            throw invalid(name, "must have at most 16 pairs");
        }
        var pairs = new LinkedHashMap<String, String>();
        for (var entry : ((Map<?, ?>) map).entrySet()) {
            if (!(entry.getValue() instanceof String text)) {
                throw invalid(name, "must have strings as values");
            }
            var key = Texts.within(name, String.valueOf(entry.getKey()), 1, 64);
            pairs.put(key, Texts.within(name, text, 0, 512));
        }
        return pairs;
    }

    /** The refusal of {@code async}, wherever it stands. */
    public static ApiException asyncIsAPath() {
        return ApiException.at(
                "async",
                ErrorCode.UNSUPPORTED_PARAMETER,
                "The path decides: POST to /v1/async/images/… for a task.");
    }

    public static ApiException invalid(String name, String rule) {
        return ApiException.at(name, ErrorCode.INVALID_VALUE, "'" + name + "' " + rule + ".");
    }

    public static ApiException missing(String name) {
        return ApiException.at(
                name, ErrorCode.MISSING_REQUIRED_PARAMETER, "'" + name + "' is required.");
    }

    private <T> Optional<T> value(String name, Class<T> type, String wanted) {
        var value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw invalid(name, "must be " + wanted);
        }
        return Optional.of(type.cast(value));
    }

    private static Number number(String name, String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw invalid(name, "must be an integer");
        }
        return new BigDecimal(text);
    }

    private static int whole(String name, Number number, int minimum, int maximum) {
        var exact = new BigDecimal(number.toString());
        // 2.0 is an integer in JSON; the scale is bounded first, so that 1e999999999 costs nothing.
        var small = exact.precision() - (long) exact.scale() <= 10;
        if (!small
                || exact.stripTrailingZeros().scale() > 0
                || exact.compareTo(BigDecimal.valueOf(minimum)) < 0
                || exact.compareTo(BigDecimal.valueOf(maximum)) > 0) {
            throw invalid(name, "must be an integer from " + minimum + " to " + maximum);
        }
        return exact.intValueExact();
    }
}
