package dev.pixapi.cloud;

import dev.pixapi.json.Fields;

import java.util.Set;
import java.util.TreeSet;

/** What a role may do, each as {@code ACTION on RESOURCE}, whatever statements CDK makes of it. */
record RolePermissions(Set<String> all) {

    static RolePermissions of(SynthesizedTemplate template, String role) {
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
        if (!statement.string("Effect").equals("Allow") || statement.has("Condition")) {
            throw new AssertionError("neither denials nor conditions are expected: " + statement);
        }
        template.texts(statement.values().get("Action"))
                .forEach(
                        action ->
                                template.texts(statement.values().get("Resource"))
                                        .forEach(arn -> all.add(action + " on " + arn)));
    }
}
