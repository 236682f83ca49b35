package dev.pixapi.cloud;

import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Blueprint;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * AWS runs what was published, not what stands in the template: a change shows only where there is
 * something new to publish, by a new logical id. The golden templates leave these out.
 */
class UpdateTemplateTest {
    private static final String DEPLOYMENT = "AWS::ApiGateway::Deployment";
    private static final String VERSION = "AWS::Lambda::Version";

    @Test
    void changedRoutesAreDeployed() {
        var buffered = synthesize(Map.of("streaming", "off"));
        assertNotEquals(ids(STANDARD, DEPLOYMENT), ids(buffered, DEPLOYMENT));
    }

    @Test
    void changedFunctionsArePublished() {
        var both = new TreeSet<>(ids(STANDARD, VERSION));
        both.addAll(ids(synthesize(Map.of("tracing", "on")), VERSION));
        assertEquals(2 * Blueprint.FUNCTIONS.size(), both.size());
    }

    /** A snapshot takes minutes. */
    @Test
    void whatDidNotChangeIsNotPublishedAgain() {
        var other = synthesize(Map.of("logs", "30", "rate", "7", "workers", "3"));
        assertEquals(ids(STANDARD, VERSION), ids(other, VERSION));
        assertEquals(ids(STANDARD, DEPLOYMENT), ids(other, DEPLOYMENT));
    }

    private static Set<String> ids(SynthesizedTemplate template, String type) {
        return Fields.of(template.json()).object("Resources").values().entrySet().stream()
                .filter(entry -> Fields.of(entry.getValue()).string("Type").equals(type))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
