package dev.pixapi.cloud.check;

import static dev.pixapi.cloud.check.Template.value;

import dev.pixapi.cloud.check.Template.Part;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;

import java.util.stream.Stream;

/**
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html">what SnapStart goes
 *     without</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">limits of
 *     Lambda</a>
 */
final class FunctionChecks {
    private static final int MOST_ENVIRONMENT_BYTES = 4096;

    private FunctionChecks() {}

    /** Lambda refuses an alias or a version that has both. */
    static Stream<String> snapshots(Template template) {
        return Stream.of("AWS::Lambda::Alias", "AWS::Lambda::Version")
                .flatMap(template::all)
                .filter(part -> part.properties().has("ProvisionedConcurrencyConfig"))
                .filter(part -> hasSnapshots(template, part))
                .map(
                        part ->
                                part.path()
                                        + " has provisioned concurrency, but its function has"
                                        + " SnapStart, and Lambda takes either");
    }

    private static boolean hasSnapshots(Template template, Part caller) {
        return template.function(value(caller, "FunctionName"))
                .filter(function -> function.properties().has("SnapStart"))
                .map(function -> function.properties().object("SnapStart"))
                .filter(snapshots -> !snapshots.string("ApplyOn").equals("None"))
                .isPresent();
    }

    /** References count as they are written, which is about as long as what they become. */
    static Stream<String> environments(Template template) {
        return template.all("AWS::Lambda::Function")
                .filter(function -> bytes(function) > MOST_ENVIRONMENT_BYTES)
                .map(
                        function ->
                                "the environment of %s has %d bytes, but Lambda takes %d"
                                        .formatted(
                                                function.path(),
                                                bytes(function),
                                                MOST_ENVIRONMENT_BYTES));
    }

    private static int bytes(Part function) {
        return function.properties().has("Environment")
                ? Json.bytes(variables(function).values()).length
                : 0;
    }

    private static Fields variables(Part function) {
        return function.properties().object("Environment").object("Variables");
    }
}
