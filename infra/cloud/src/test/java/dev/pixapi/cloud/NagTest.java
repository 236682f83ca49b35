package dev.pixapi.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.cloud.stage.StageKind;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;

import org.junit.jupiter.api.Test;

import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.cxapi.SynthesisMessage;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** AWS's rules for sound architectures; {@link Exemption} says which do not hold, and why. */
@SuppressWarnings("deprecation") // CDK's new kind of messages is not what its own finder gives.
class NagTest {
    private static final String FINDINGS_END_SYNTHESIS =
            "@aws-cdk/core:annotationsInValidationReport";

    /** Rules of permissions name the wildcard, too. */
    private static final Pattern RULE =
            Pattern.compile("^AwsSolutions-([A-Z0-9]+(?:\\[.*?\\](?=:))?):");

    @Test
    void nothingIsFoundThatHasNoReason() {
        var found = new TreeSet<Finding>();
        stages().forEach(stage -> found.addAll(findings(stage)));
        assertEquals(
                List.of(), found.stream().filter(finding -> !Exemption.covers(finding)).toList());
        assertEquals(
                List.of(),
                Stream.of(Exemption.values())
                        .filter(exemption -> found.stream().noneMatch(exemption::isOf))
                        .toList(),
                "no longer needed");
    }

    /** A rule that is broken at a construct. */
    record Finding(String rule, String path) implements Comparable<Finding> {
        @Override
        public int compareTo(Finding other) {
            return toString().compareTo(other.toString());
        }
    }

    private static List<Map<String, String>> stages() {
        return Stream.concat(
                        Stream.of(StageKind.values()).map(kind -> Map.of("stage", kind.wireName())),
                        Stream.of(TestingStack.UNUSUALLY, TestingStack.ALL_BY_CDN))
                .toList();
    }

    private static List<Finding> findings(Map<String, String> stage) {
        var stack = TestingStack.stack(stage, Map.of(FINDINGS_END_SYNTHESIS, false));
        Aspects.of(stack).add(new AwsSolutionsChecks());
        var annotations = Annotations.fromStack(stack);
        var rules = Match.stringLikeRegexp("AwsSolutions-.*");
        return Stream.concat(
                        annotations.findError("*", rules).stream(),
                        annotations.findWarning("*", rules).stream())
                .map(NagTest::finding)
                .toList();
    }

    private static Finding finding(SynthesisMessage message) {
        var rule = RULE.matcher(String.valueOf(message.getEntry().getData()));
        if (!rule.find()) {
            throw new AssertionError("no rule in " + message.getEntry().getData());
        }
        return new Finding(
                rule.group(1), message.getId().replaceFirst("^/" + PixapiStack.ID + "/", ""));
    }
}
