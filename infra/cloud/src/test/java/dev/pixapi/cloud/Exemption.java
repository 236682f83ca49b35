package dev.pixapi.cloud;

import dev.pixapi.cloud.NagTest.Finding;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rule of cdk-nag that does not hold at some constructs, for a reason. */
enum Exemption {
    NONE("-", "-", "-");

    private final String rule;

    @SuppressWarnings("ImmutableEnumChecker") // A pattern is.
    private final Pattern path;

    Exemption(String rule, String path, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(rule + " has no reason");
        }
        this.rule = rule;
        this.path = Pattern.compile(path);
    }

    boolean isOf(Finding finding) {
        return finding.rule().equals(rule) && path.matcher(finding.path()).matches();
    }

    static boolean covers(Finding finding) {
        return Stream.of(values()).anyMatch(exemption -> exemption.isOf(finding));
    }
}
