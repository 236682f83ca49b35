package dev.pixapi.cloud;

import dev.pixapi.json.Fields;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a role may do, each as {@code ACTION on RESOURCE} with its condition, whatever statements
 * CDK makes of it.
 */
public record RolePermissions(Set<String> all) {

    public static RolePermissions of(SynthesizedTemplate template, String role) {
        var all = new TreeSet<String>();
        for (var policy : template.all("AWS::IAM::Policy")) {
            if (template.texts(policy.properties().values().get("Roles")).anyMatch(role::equals)) {
                policy.properties()
                        .object("PolicyDocument")
                        .objects("Statement")
                        .forEach(statement -> add(template, statement, all));
            }
        }
        return new RolePermissions(all);
    }

    private static void add(SynthesizedTemplate template, Fields statement, Set<String> all) {
        if (!statement.string("Effect").equals("Allow")) {
            throw new AssertionError("no denial is expected: " + statement);
        }
        var conditions = conditions(template, statement).toList();
        template.texts(statement.values().get("Action"))
                .flatMap(
                        action ->
                                template.texts(statement.values().get("Resource"))
                                        .map(arn -> action + " on " + arn))
                .flatMap(right -> conditions.stream().map(condition -> right + condition))
                .forEach(all::add);
    }

    /** Each as {@code if OPERATOR KEY VALUE}; one that is empty where there are none. */
    private static Stream<String> conditions(SynthesizedTemplate template, Fields statement) {
        if (!statement.has("Condition")) {
            return Stream.of("");
        }
        var operators = statement.object("Condition");
        // More than one would all have to hold, which a text of each would not tell.
        var operator = only(operators);
        var key = only(operators.object(operator));
        return template.texts(operators.object(operator).values().get(key))
                .map(value -> " if " + operator + " " + key + " " + value);
    }

    private static String only(Fields object) {
        if (object.values().size() != 1) {
            throw new AssertionError("one condition is expected: " + object);
        }
        return object.values().keySet().iterator().next();
    }
}
