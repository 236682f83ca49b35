package dev.pixapi.cloud.compute;

import static dev.pixapi.cloud.TestingStack.STANDARD;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.SynthesizedTemplate.Piece;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class TriggersTemplateTest {
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
    private static final String RULE = "AWS::Events::Rule";

    @Test
    void eachQueueIsReadByTheBlueprintsFunctionAndNoOther() {
        var expected = new ArrayList<String>();
        for (var function : Blueprint.FUNCTIONS) {
            if (function.trigger() instanceof Messages messages) {
                var queue = "Queues/" + messages.queue().name() + ".Arn";
                expected.add(
                        queue
                                + " to Functions/"
                                + function.name()
                                + "Live:live by "
                                + messages.batchSize());
            }
        }
        assertEquals(
                expected,
                ofQueues(STANDARD)
                        .map(mapping -> STANDARD.texts(mapping.properties()))
                        .map(
                                texts ->
                                        texts.get("EventSourceArn")
                                                + " to "
                                                + texts.get("FunctionName")
                                                + " by "
                                                + texts.get("BatchSize"))
                        .toList());
    }

    @Test
    void aFailedMessageComesBackAlone() {
        for (var mapping : STANDARD.all(MAPPING)) {
            assertEquals(
                    List.of("ReportBatchItemFailures"),
                    mapping.properties().strings("FunctionResponseTypes"));
        }
    }

    /** A new account runs ten functions at once in all; SQS allows no fewer than two of one. */
    @Test
    void consumersAreLimitedAndLeaveRoomForTheApi() {
        assertEquals(List.of(5L, 2L), mostAtOnce(STANDARD));
        assertEquals(List.of(50L, 2L), mostAtOnce(UNUSUAL));
    }

    private static List<Long> mostAtOnce(SynthesizedTemplate template) {
        return ofQueues(template)
                .map(mapping -> mapping.properties().object("ScalingConfig"))
                .map(scaling -> scaling.number("MaximumConcurrency"))
                .toList();
    }

    private static Stream<Piece> ofQueues(SynthesizedTemplate template) {
        return template.all(MAPPING).stream()
                .filter(mapping -> !mapping.properties().has("StartingPosition"));
    }

    /** Nothing that was written is missed, and what nobody can judge does not stop the rest. */
    @Test
    void theAccountsStreamIsReadFromItsBeginningAndPassesBadRecordsBy() {
        var streams =
                STANDARD.all(MAPPING).stream()
                        .filter(mapping -> mapping.properties().has("StartingPosition"))
                        .map(mapping -> STANDARD.texts(mapping.properties()))
                        .toList();
        assertEquals(1, streams.size());
        var texts = new TreeMap<>(streams.getFirst());
        texts.remove("FunctionResponseTypes");
        assertEquals(
                Map.of(
                        "EventSourceArn", "Tables/Accounts.StreamArn",
                        "FunctionName", "Functions/WatchAccountsLive:live",
                        "StartingPosition", "TRIM_HORIZON",
                        "BatchSize", "100",
                        "MaximumBatchingWindowInSeconds", "5",
                        "MaximumRetryAttempts", "10",
                        "MaximumRecordAgeInSeconds", "3600",
                        "BisectBatchOnFunctionError", "true"),
                texts);
    }

    @Test
    void aMessageStaysHiddenLongerThanItsFunctionRuns() {
        for (var mapping : ofQueues(STANDARD).toList()) {
            var texts = STANDARD.texts(mapping.properties());
            var queue = texts.get("EventSourceArn").replace(".Arn", "");
            var hidden =
                    STANDARD.at("AWS::SQS::Queue", queue).properties().number("VisibilityTimeout");
            var function =
                    STANDARD.at(
                            "AWS::Lambda::Function",
                            texts.get("FunctionName").replace("Live:live", ""));
            assertTrue(hidden > function.properties().number("Timeout"), queue);
        }
    }

    @Test
    void clocksStartTheBlueprintsFunctionsAndNoOther() {
        var expected = new ArrayList<String>();
        for (var function : Blueprint.FUNCTIONS) {
            if (function.trigger() instanceof Schedule schedule) {
                expected.add("Functions/" + function.name() + "Live " + rate(schedule.every()));
            }
        }
        assertEquals(
                expected,
                STANDARD.all(RULE).stream()
                        .map(rule -> target(rule.properties()) + " " + rate(rule.properties()))
                        .toList());
    }

    @Test
    void eventBridgeMayStartWhatAClockStarts() {
        var started =
                STANDARD.all("AWS::Lambda::Permission").stream()
                        .map(permission -> STANDARD.texts(permission.properties()))
                        .filter(texts -> texts.get("Principal").equals("events.amazonaws.com"))
                        .map(texts -> texts.get("FunctionName") + " by " + texts.get("SourceArn"))
                        .toList();
        assertEquals(
                functionsWith(Schedule.class).stream()
                        .map(name -> "Functions/%sLive by Schedules/%s.Arn".formatted(name, name))
                        .toList(),
                started);
    }

    @Test
    void whatTheOperatorInvokesAndFillsAndTheUrlAreTheOutputs() {
        var outputs = Fields.of(STANDARD.json()).object("Outputs");
        for (var name : functionsWith(Direct.class)) {
            assertEquals(
                    "Functions/" + name + "Live:live",
                    STANDARD.text(outputs.object(name + "Function").values().get("Value")));
        }
        Blueprint.SECRETS.forEach(
                secret -> assertTrue(outputs.has(secret.name() + "Secret"), secret.name()));
        assertTrue(outputs.has("ApiUrl"));
        assertTrue(outputs.has("MediaUrl"));
        assertEquals(
                functionsWith(Direct.class).size() + Blueprint.SECRETS.size() + 2,
                outputs.values().size());
    }

    private static List<String> functionsWith(Class<?> trigger) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> trigger.isInstance(function.trigger()))
                .map(LambdaFunction::name)
                .toList();
    }

    private static String target(Fields rule) {
        return STANDARD.text(rule.objects("Targets").getFirst().values().get("Arn"));
    }

    private static String rate(Fields rule) {
        return rule.string("ScheduleExpression");
    }

    private static String rate(Duration every) {
        var minutes = every.toMinutes();
        return "rate(" + minutes + (minutes == 1 ? " minute)" : " minutes)");
    }
}
