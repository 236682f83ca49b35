package dev.pixapi.local.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What CloudWatch's embedded metric format demands of a document, where limits differ among its
 * versions the lower.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">The
 *     format's specification</a>
 */
final class EmfSpec {
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_METRICS = 100;
    private static final int MOST_VALUES = 100;
    private static final int MOST_DIMENSIONS = 9;
    private static final Pattern NAME = Pattern.compile("[!-~]{1,255}");
    private static final Pattern TEXT = Pattern.compile("[ -~]{1,255}");

    /** Of CloudWatch's 27 units those without rates. */
    private static final Set<String> UNITS =
            Set.of(
                    "Seconds",
                    "Microseconds",
                    "Milliseconds",
                    "Bytes",
                    "Kilobytes",
                    "Megabytes",
                    "Gigabytes",
                    "Terabytes",
                    "Bits",
                    "Kilobits",
                    "Megabits",
                    "Gigabits",
                    "Terabits",
                    "Percent",
                    "Count",
                    "None");

    private EmfSpec() {}

    /** The document of a line that keeps all the rules; fails the test for any other. */
    static Map<String, Object> check(String line) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= LARGEST);
        assertEquals(1, line.lines().count());
        var document = read(line);
        var meta = Fields.of(document.get("_aws"));
        assertEquals(Set.of("Timestamp", "CloudWatchMetrics"), meta.values().keySet());
        assertTrue(meta.number("Timestamp") > 1_600_000_000_000L, "milliseconds since 1970");
        var directives = meta.objects("CloudWatchMetrics");
        assertFalse(directives.isEmpty());
        var named = new HashSet<String>();
        directives.forEach(directive -> checkDirective(directive, document, named));
        return document;
    }

    private static void checkDirective(
            Fields directive, Map<String, Object> document, Set<String> named) {
        assertEquals(Set.of("Namespace", "Dimensions", "Metrics"), directive.values().keySet());
        assertTrue(NAME.matcher(directive.string("Namespace")).matches());
        var sets = (List<?>) directive.values().get("Dimensions");
        assertFalse(sets.isEmpty(), "without a set nothing would be kept");
        assertEquals(sets.size(), Set.copyOf(sets).size());
        for (var set : sets) {
            var dimensions = (List<?>) set;
            assertTrue(dimensions.size() <= MOST_DIMENSIONS);
            for (var dimension : dimensions) {
                assertTrue(NAME.matcher(dimension.toString()).matches());
                assertTrue(TEXT.matcher((String) document.get(dimension)).matches());
            }
        }
        var metrics = directive.objects("Metrics");
        assertTrue(!metrics.isEmpty() && metrics.size() <= MOST_METRICS);
        metrics.forEach(metric -> checkMetric(metric, document, named));
    }

    private static void checkMetric(
            Fields metric, Map<String, Object> document, Set<String> named) {
        assertEquals(Set.of("Name", "Unit"), metric.values().keySet());
        var name = metric.string("Name");
        assertTrue(NAME.matcher(name).matches());
        assertTrue(named.add(name), name + " is defined twice");
        assertTrue(UNITS.contains(metric.string("Unit")), metric.string("Unit"));
        var values =
                document.get(name) instanceof List<?> list ? list : List.of(document.get(name));
        assertTrue(!values.isEmpty() && values.size() <= MOST_VALUES);
        values.forEach(value -> assertTrue(value instanceof Number, name));
    }

    private static Map<String, Object> read(String line) {
        try {
            return Json.object(line);
        } catch (MalformedJson fault) {
            throw new AssertionError(line, fault);
        }
    }
}
