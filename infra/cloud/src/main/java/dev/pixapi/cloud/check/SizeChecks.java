package dev.pixapi.cloud.check;

import static dev.pixapi.cloud.check.Template.value;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.pixapi.cloud.check.Template.Part;
import dev.pixapi.json.Json;

import java.util.Map;
import java.util.stream.Stream;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">limits
 *     of CloudFormation</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">limits
 *     of IAM</a>
 */
final class SizeChecks {
    private static final int MOST_RESOURCES = 500;
    private static final int MOST_OUTPUTS = 200;
    private static final int MOST_BODY_BYTES = 1_000_000;

    /** Of a role's own policies, together. */
    private static final int MOST_POLICY_BYTES = 10_240;

    private SizeChecks() {}

    static Stream<String> counts(Template template) {
        return Stream.concat(
                tooMany("resources", template.parts().count(), MOST_RESOURCES),
                tooMany("outputs", template.section("Outputs").values().size(), MOST_OUTPUTS));
    }

    static Stream<String> body(Template template) {
        return tooMany("bytes", Json.bytes(template.json()).length, MOST_BODY_BYTES);
    }

    static Stream<String> policies(Template template) {
        Map<String, Integer> bytes =
                template.all("AWS::IAM::Policy")
                        .collect(
                                groupingBy(
                                        policy -> role(template, policy),
                                        summingInt(SizeChecks::bytes)));
        return bytes.entrySet().stream()
                .filter(role -> role.getValue() > MOST_POLICY_BYTES)
                .map(
                        role ->
                                "the policies of %s have %d bytes, but IAM takes %d"
                                        .formatted(
                                                role.getKey(), role.getValue(), MOST_POLICY_BYTES));
    }

    private static String role(Template template, Part policy) {
        return template.target(value(policy, "Roles")).map(Part::path).orElse(policy.path());
    }

    private static int bytes(Part policy) {
        return Json.bytes(policy.properties().object("PolicyDocument").values()).length;
    }

    private static Stream<String> tooMany(String what, long count, int most) {
        return count > most
                ? Stream.of(
                        "the template has %d %s, but CloudFormation takes %d"
                                .formatted(count, what, most))
                : Stream.empty();
    }
}
