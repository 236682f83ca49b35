package dev.pixapi.cloud.docs;

import dev.pixapi.lambda.blueprint.Access.Action;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Queue;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Functions that are started alike and start the same things, as one box of the diagram.
 *
 * @param writesTo names of all that one of them may write to
 */
record Grouping(List<LambdaFunction> functions, Set<String> writesTo) {
    private static final Set<Action> READS =
            EnumSet.of(
                    Action.GET_ITEM,
                    Action.BATCH_GET_ITEM,
                    Action.QUERY,
                    Action.SCAN,
                    Action.GET_OBJECT,
                    Action.LIST_BUCKET,
                    Action.GET_SECRET);

    /** What makes functions alike. */
    private record Likeness(Class<?> trigger, boolean callsProviders, boolean sends) {}

    static List<Grouping> all() {
        return Blueprint.FUNCTIONS.stream()
                .collect(
                        Collectors.groupingBy(
                                Grouping::likeness, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(alike -> apart(alike).stream())
                .map(alike -> new Grouping(alike, writesTo(alike)))
                .toList();
    }

    /** Functions behind different queues are different, however alike. */
    private static List<List<LambdaFunction>> apart(List<LambdaFunction> alike) {
        return alike.getFirst().route().isPresent()
                ? List.of(alike)
                : alike.stream().map(List::of).toList();
    }

    LambdaFunction first() {
        return functions.getFirst();
    }

    private static Likeness likeness(LambdaFunction function) {
        return new Likeness(
                function.trigger().getClass(),
                function.callsProviders(),
                function.access().stream().anyMatch(access -> access.resource() instanceof Queue));
    }

    private static Set<String> writesTo(List<LambdaFunction> functions) {
        return functions.stream()
                .flatMap(function -> function.access().stream())
                .filter(access -> !READS.containsAll(access.actions()))
                .map(access -> access.resource().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
