package dev.pixapi.cloud.docs;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.lambda.blueprint.Trigger;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The blueprint as a flowchart of Mermaid, which GitHub draws: who starts and changes what. */
final class Diagram {
    /** What a settlement writes to in one transaction: one box. */
    private static final List<String> LEDGER =
            List.of(Resources.ACCOUNTS.name(), Resources.TASKS.name(), Resources.ENTRIES.name());

    private final StringBuilder text = new StringBuilder();

    private Diagram() {}

    static String text() {
        return new Diagram().draw();
    }

    private String draw() {
        line("```mermaid");
        line("flowchart LR");
        line("  callers([callers]) --> api{{API Gateway}}");
        line("  Ledger[(\"%s\")]".formatted(String.join("<br>", LEDGER)));
        Blueprint.TABLES.stream()
                .filter(table -> !LEDGER.contains(table.name()))
                .forEach(table -> node(table, "[(", ")]"));
        Blueprint.BUCKETS.forEach(bucket -> node(bucket, "[\\", "/]"));
        Blueprint.QUEUES.forEach(queue -> node(queue, "[/", "/]"));
        Grouping.all().forEach(this::group);
        redrives();
        line("```");
        return text.toString();
    }

    private void node(Resource resource, String open, String close) {
        line("  " + resource.name() + open + resource.name() + close);
    }

    private void group(Grouping group) {
        var id = group.first().name();
        line("  %s[\"%s\"]".formatted(id, names(group)));
        line("  %s --> %s".formatted(starter(group.first()), id));
        var writesTo = new TreeSet<>(group.writesTo());
        if (writesTo.removeAll(LEDGER)) {
            line("  %s --> Ledger".formatted(id));
        }
        writesTo.forEach(name -> line("  %s --> %s".formatted(id, name)));
        if (group.first().callsProviders()) {
            line("  %s --> providers([image providers])".formatted(id));
        }
    }

    private static String names(Grouping group) {
        return group.functions().stream()
                .map(LambdaFunction::name)
                .collect(Collectors.joining("<br>"));
    }

    private static String starter(LambdaFunction function) {
        return switch (function.trigger()) {
            case Http _ -> "api";
            case Messages messages -> messages.queue().name();
            case Trigger.Stream stream -> box(stream.table());
            case Schedule(var every) -> "clock([every %d s])".formatted(every.toSeconds());
            case Direct _ -> "operator([operator])";
        };
    }

    private static String box(Table table) {
        return LEDGER.contains(table.name()) ? "Ledger" : table.name();
    }

    private void redrives() {
        for (var queue : Blueprint.QUEUES) {
            queue.redrive()
                    .ifPresent(
                            redrive ->
                                    line(
                                            "  %s -- after %d receives --> %s"
                                                    .formatted(
                                                            queue.name(),
                                                            redrive.receives(),
                                                            redrive.deadLetters().name())));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
