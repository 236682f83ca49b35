package dev.pixapi.cloud.docs;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;

import java.util.Locale;
import java.util.stream.Collectors;

/** Every function with what starts it, and its size. */
final class FunctionsTable {
    private FunctionsTable() {}

    static String text() {
        return Blueprint.FUNCTIONS.stream()
                .map(FunctionsTable::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                """
                                | Function | Started by | Memory, MB | At most, s |
                                |---|---|---|---|
                                """,
                                "\n"));
    }

    private static String row(LambdaFunction function) {
        return "| %s | %s | %d | %d |"
                .formatted(
                        function.name(),
                        startedBy(function),
                        function.size().memoryMb(),
                        function.size().timeout().toSeconds());
    }

    private static String startedBy(LambdaFunction function) {
        return switch (function.trigger()) {
            case Http(var method, var path, var transfer) ->
                    "`%s %s`, %s".formatted(method, path, transfer.name().toLowerCase(Locale.ROOT));
            case Messages(var queue, var batch) ->
                    "%s, %d message%s at a time"
                            .formatted(queue.name(), batch, batch == 1 ? "" : "s");
            case Trigger.Stream(var table, var batch, _) ->
                    "what is written to %s, %d versions at a time".formatted(table.name(), batch);
            case Schedule(var every) -> "a clock, every %d s".formatted(every.toSeconds());
            case Direct() -> "the operator";
        };
    }
}
