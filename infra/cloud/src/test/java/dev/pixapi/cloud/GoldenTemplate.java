package dev.pixapi.cloud;

import tools.jackson.jr.ob.JSON;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A template as text that changes only when the stack does. */
final class GoldenTemplate {
    /**
     * Versions and deployments have a hash of all that they are made of in their ids: one change of
     * a function would show on twenty lines.
     */
    private static final Pattern HASHED =
            Pattern.compile("(CurrentVersion[0-9A-F]{8}|RestDeployment[0-9A-F]{8})[0-9a-f]{32}");

    private GoldenTemplate() {}

    static String text(SynthesizedTemplate template) {
        var text =
                JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(sorted(template.json()));
        return HASHED.matcher(text).replaceAll("$1") + "\n";
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                var members = new TreeMap<String, Object>();
                object.forEach((name, member) -> members.put((String) name, sorted(member)));
                yield members;
            }
            case List<?> list -> list.stream().map(GoldenTemplate::sorted).toList();
            default -> value;
        };
    }
}
