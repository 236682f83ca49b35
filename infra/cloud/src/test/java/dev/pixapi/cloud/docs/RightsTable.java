package dev.pixapi.cloud.docs;

import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resource;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each function may do to what has a state, in IAM's words. */
final class RightsTable {
    private static final List<Resource> RESOURCES =
            Stream.<Collection<? extends Resource>>of(
                            Blueprint.TABLES,
                            Blueprint.BUCKETS,
                            Blueprint.QUEUES,
                            Blueprint.SECRETS)
                    .flatMap(Collection::stream)
                    .map(Resource.class::cast)
                    .filter(RightsTable::isTouched)
                    .toList();

    private RightsTable() {}

    static String text() {
        var names = RESOURCES.stream().map(Resource::name).collect(Collectors.joining(" | "));
        return "| Function | %s |\n|---|%s\n".formatted(names, "---|".repeat(RESOURCES.size()))
                + Blueprint.FUNCTIONS.stream()
                        .map(RightsTable::row)
                        .collect(Collectors.joining("\n"));
    }

    private static boolean isTouched(Resource resource) {
        return Blueprint.FUNCTIONS.stream()
                .flatMap(function -> function.access().stream())
                .anyMatch(access -> access.resource().equals(resource));
    }

    private static String row(LambdaFunction function) {
        return RESOURCES.stream()
                .map(resource -> cell(function, resource))
                .collect(Collectors.joining(" | ", "| " + function.name() + " | ", " |"));
    }

    /** {@code images/ GetObject PutObject}, a line for each folder or index. */
    private static String cell(LambdaFunction function, Resource resource) {
        var parts = new TreeMap<String, TreeSet<String>>();
        function.access().stream()
                .filter(access -> access.resource().equals(resource))
                .forEach(
                        access ->
                                parts.computeIfAbsent(
                                                access.part().orElse(""), _ -> new TreeSet<>())
                                        .addAll(names(access)));
        return parts.entrySet().stream()
                .map(part -> (part.getKey() + " " + String.join(" ", part.getValue())).strip())
                .collect(Collectors.joining("<br>"));
    }

    private static List<String> names(Access access) {
        return access.actions().stream()
                .map(action -> action.iamName().replaceFirst(".*:", ""))
                .toList();
    }
}
