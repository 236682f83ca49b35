package dev.pixapi.cloud.check;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that a template is held against at every synthesis. */
public final class TemplateChecks {
    private static final List<Function<Template, Stream<String>>> ALL =
            List.of(
                    FunctionChecks::snapshots,
                    FunctionChecks::environments,
                    RouteChecks::timeouts,
                    QueueChecks::visibility,
                    QueueChecks::retention,
                    SizeChecks::counts,
                    SizeChecks::policies,
                    SizeChecks::body);

    private TemplateChecks() {}

    /** What is wrong, a sentence each with the resource, its value and the limit. */
    public static List<String> faults(Template template) {
        return ALL.stream().flatMap(check -> check.apply(template)).toList();
    }
}
