package dev.pixapi.cloud.watch;

import static dev.pixapi.cloud.TestingStack.OF_KIND;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.SynthesizedTemplate.Piece;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class AlarmsTemplateTest {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final SynthesizedTemplate PROD = OF_KIND.get(StageKind.PROD);

    /** Every number that an operator relies on. */
    @Test
    void theseAlarmsRing() {
        assertEquals(
                """
                LedgerBroken: Sum LedgerBreaks >= 1 in 300 s, 1 of 1
                CostAtRisk: Sum CostAtRisk >= 500 in 3600 s, 1 of 1
                ImagesWasted: Sum WastedImages >= 20 in 3600 s, 1 of 1
                WritesGivenUp: Sum WritesGivenUp >= 5 in 300 s, 1 of 1
                TasksStuck: Maximum OldestDueSeconds >= 1800 in 300 s, 1 of 1
                TasksGivenUp: Sum TasksGivenUp >= 1 in 300 s, 1 of 1
                QueueAging: Maximum ApproximateAgeOfOldestMessage of Queues/TaskQueue.QueueName \
                >= 600 in 300 s, 2 of 2
                DeadLettersWaiting: m0 + m1 >= 1 in 300 s, 3 of 3
                SweeperStill: Sum Invocations of Functions/Sweeper < 1 in 300 s, 2 of 2, or without data
                SweepsFailing: Sum SweepFailures >= 3 in 300 s, 1 of 1
                AuditorStill: runs - errors < 1 in 1800 s, 1 of 1, or without data
                AuditsFailing: Sum AuditFailures >= 3 in 1800 s, 1 of 1
                WatcherLate: Maximum IteratorAge of Functions/WatchAccounts >= 600000 in 300 s, 2 of 2
                ProviderFailingAzure: IF(calls >= 10, 100 * failures / calls, 0) >= 50 in \
                300 s, 2 of 3
                ProviderFailingGemini: IF(calls >= 10, 100 * failures / calls, 0) >= 50 in \
                300 s, 2 of 3
                ProviderFailingOpenai: IF(calls >= 10, 100 * failures / calls, 0) >= 50 in \
                300 s, 2 of 3
                ApiFailing: IF(errors >= 10, 100 * errors / requests, 0) >= 5 in 300 s, 2 of 3
                InternalErrors: Sum InternalErrors >= 1 in 300 s, 1 of 1
                FunctionsCrashing: m0 + m1 + m2 + m3 + m4 + m5 + m6 + m7 + m8 + m9 >= 2 in 900 s, 1 of 1
                FunctionsThrottled: m0 + m1 + m2 + m3 + m4 + m5 + m6 + m7 + m8 + m9 >= 5 in 300 s, 1 of 1
                ConcurrencyHigh: 100 * claimed / SERVICE_QUOTA(running) >= 80 in 300 s, 1 of 1
                TablesThrottled: m0 + m1 + m2 + m3 + m4 + m5 + m6 + m7 + m8 + 0 * sweeps >= 20 in \
                300 s, 2 of 2
                """,
                PROD.all(ALARM).stream()
                        .map(AlarmsTemplateTest::line)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void expressionsAreOfTheseMetrics() {
        var moving = List.of("Generate", "Edit", "Submit", "SubmitEdit", "CancelTask");
        var unattended = List.of("Worker", "Sweeper", "DeadLetter", "WatchAccounts", "Audit");
        assertEquals(
                List.of("Sum ProviderCalls of openai", "Sum ProviderFailures of openai"),
                metrics("ProviderFailingOpenai"));
        assertEquals(
                List.of(
                        "Sum 5XXError of prod+pixapi-prod",
                        "SampleCount Count of prod+pixapi-prod"),
                metrics("ApiFailing"));
        assertEquals(
                List.of("Maximum ClaimedAccountConcurrency", "Maximum ConcurrentExecutions"),
                metrics("ConcurrencyHigh"));
        assertEquals(
                of("Sum Errors of Functions/", moving, unattended), metrics("FunctionsCrashing"));
        assertEquals(
                of("Sum Throttles of Functions/", moving, unattended),
                metrics("FunctionsThrottled"));
        assertEquals(
                List.of(
                        "Sum WriteThrottleEvents of Tables/Accounts",
                        "Sum WriteThrottleEvents of Tables/Tasks",
                        "Sum WriteThrottleEvents of Tables/Tasks+by_account",
                        "Sum WriteThrottleEvents of Tables/Tasks+due",
                        "Sum WriteThrottleEvents of Tables/Entries",
                        "Sum WriteThrottleEvents of Tables/Lots",
                        "Sum WriteThrottleEvents of Tables/Lots+expiring",
                        "Sum WriteThrottleEvents of Tables/Keys",
                        "Sum WriteThrottleEvents of Tables/Audits",
                        "Sum Invocations of Functions/Sweeper"),
                metrics("TablesThrottled"));
        assertEquals(
                List.of(
                        "Maximum ApproximateNumberOfMessagesVisible of"
                                + " Queues/DeadLetters.QueueName",
                        "Maximum ApproximateNumberOfMessagesNotVisible of"
                                + " Queues/DeadLetters.QueueName"),
                metrics("DeadLettersWaiting"));
    }

    @Test
    void anAlarmReadsWhatIsWritten() {
        var known = KnownMetrics.of("pixapi-prod");
        for (var alarm : PROD.all(ALARM)) {
            for (var metric : ReadMetric.ofAlarm(PROD, alarm.properties()).values()) {
                assertTrue(known.contains(metric.kind()), alarm.name() + ": " + metric.kind());
            }
        }
    }

    /** What an expression names and nobody reads, or the other way round, is refused by AWS. */
    @Test
    void anExpressionNamesItsMetricsAndNoOthers() {
        for (var alarm : PROD.all(ALARM)) {
            var metrics = ReadMetric.ofAlarm(PROD, alarm.properties());
            assertTrue(metrics.size() <= 10, alarm.name() + " has " + metrics.size());
            if (alarm.properties().has("Metrics")) {
                var named = namesIn(expression(alarm.properties()));
                assertEquals(metrics.keySet(), named, alarm.name());
            }
        }
    }

    /** CloudWatch keeps the state of an alarm on these, whatever it is told of missing data. */
    @Test
    void anAlarmOnTablesAlsoReadsWhatIsNeverMissing() {
        for (var alarm : PROD.all(ALARM)) {
            var read = ReadMetric.ofAlarm(PROD, alarm.properties()).values();
            if (read.stream().anyMatch(m -> m.namespace().equals("AWS/DynamoDB"))) {
                assertTrue(
                        read.stream().anyMatch(m -> m.namespace().equals("AWS/Lambda")),
                        alarm.name());
            }
        }
    }

    @Test
    void anAlarmTellsOfItsBeginningAndItsEnd() {
        for (var alarm : PROD.all(ALARM)) {
            for (var when : List.of("AlarmActions", "OKActions")) {
                assertEquals(
                        List.of("Alarms/Topic"),
                        PROD.texts(alarm.properties().values().get(when)).toList(),
                        alarm.name());
            }
        }
    }

    @Test
    void anAlarmsMailSaysWhatItMeansAndWhereToRead() {
        assertEquals(
                "A provider of images fails. This one: gemini."
                        + " What to do: docs/runbook.md#providerfailing",
                alarm("ProviderFailingGemini").string("AlarmDescription"));
        for (var trouble : Trouble.values()) {
            assertTrue(
                    PROD.all(ALARM).stream()
                            .map(alarm -> alarm.properties().string("AlarmDescription"))
                            .anyMatch(
                                    text ->
                                            text.startsWith(trouble.meaning())
                                                    && text.endsWith(trouble.anchor())),
                    trouble.title());
        }
    }

    @Test
    void bedrockIsWatchedWhereAStageHasIt() {
        assertTrue(UNUSUAL.names(ALARM).contains("ProviderFailingBedrock"));
        assertEquals(PROD.names(ALARM).size() + 1, UNUSUAL.names(ALARM).size());
    }

    /** A test account orders its failures itself. */
    @Test
    void nobodyIsWokenByTheSandbox() {
        for (var alarm : UNUSUAL.all(ALARM)) {
            for (var metric : ReadMetric.ofAlarm(UNUSUAL, alarm.properties()).values()) {
                assertTrue(
                        !metric.dimensions().containsValue("sandbox")
                                && !metric.dimensions().containsValue("test"),
                        alarm.name());
            }
        }
    }

    @Test
    void theTopicIsClosedToPlainHttpAndOpenToAlarmsOfThisAccount() {
        var statements =
                PROD.at("AWS::SNS::TopicPolicy", "Alarms/Topic/Policy")
                        .properties()
                        .object("PolicyDocument")
                        .objects("Statement");
        assertEquals(
                List.of(
                        "Deny sns:Publish to * if {Bool={aws:SecureTransport=false}}",
                        "Allow sns:Publish to {Service=cloudwatch.amazonaws.com} if"
                                + " {StringEquals={aws:SourceAccount={Ref=AWS::AccountId}}}"),
                statements.stream().map(AlarmsTemplateTest::statement).toList());
    }

    @Test
    void mailGoesToTheStagesAddressAndNowhereWithoutOne() {
        var subscription = UNUSUAL.all("AWS::SNS::Subscription").getFirst().properties();
        assertEquals("email", subscription.string("Protocol"));
        assertEquals("ops@example.com", subscription.string("Endpoint"));
        assertEquals("Alarms/Topic", UNUSUAL.text(subscription.values().get("TopicArn")));
        assertEquals(List.of(), PROD.all("AWS::SNS::Subscription"));
        var output = Fields.of(PROD.json()).object("Outputs").object("AlarmsTopic");
        assertEquals("Alarms/Topic", PROD.text(output.values().get("Value")));
    }

    @ParameterizedTest
    @EnumSource(
            value = StageKind.class,
            names = {"DEV", "EMULATOR"})
    void aStageThatIsNotWatchedHasNothingOfThis(StageKind kind) {
        var services = Set.of("AWS::CloudWatch", "AWS::SNS", "AWS::Budgets");
        assertEquals(
                List.of(),
                OF_KIND.get(kind).pieces().stream()
                        .filter(piece -> services.stream().anyMatch(piece.type()::startsWith))
                        .map(Piece::path)
                        .toList());
    }

    /** An alarm that rings when it is too late to do anything would be none. */
    @Test
    void itIsToldInTime() {
        var deadline = Long.parseLong(Setting.PIXAPI_DEADLINE_SECONDS.standard());
        assertEquals(deadline / 2, Trouble.TASKS_STUCK.bound().threshold());
        assertTrue(Trouble.QUEUE_AGING.bound().threshold() < deadline / 2);
        var spell = Trouble.DEAD_LETTERS_WAITING.bound().spell();
        var waiting = spell.every().multipliedBy(spell.wrong());
        assertTrue(waiting.compareTo(Resources.DEAD_LETTERS.visibility().multipliedBy(4)) >= 0);
        assertTrue(waiting.toSeconds() < deadline / 2);
    }

    private static String line(Piece piece) {
        var alarm = piece.properties();
        var what =
                alarm.has("Metrics")
                        ? expression(alarm)
                        : ReadMetric.ofAlarm(PROD, alarm).get("").toString();
        var comparison =
                Map.of("GreaterThanOrEqualToThreshold", ">=", "LessThanThreshold", "<")
                        .get(alarm.string("ComparisonOperator"));
        var missing =
                Map.of("notBreaching", "", "breaching", ", or without data")
                        .get(alarm.string("TreatMissingData"));
        return "%s: %s %s %d in %d s, %d of %d%s"
                .formatted(
                        piece.name(),
                        what,
                        comparison,
                        alarm.number("Threshold"),
                        seconds(alarm),
                        alarm.number("DatapointsToAlarm"),
                        alarm.number("EvaluationPeriods"),
                        missing);
    }

    /** One for all of an alarm. */
    private static long seconds(Fields alarm) {
        if (alarm.has("Period")) {
            return alarm.number("Period");
        }
        var periods =
                alarm.objects("Metrics").stream()
                        .filter(query -> query.has("MetricStat"))
                        .map(query -> query.object("MetricStat").number("Period"))
                        .collect(Collectors.toSet());
        assertEquals(1, periods.size());
        return periods.iterator().next();
    }

    private static String expression(Fields alarm) {
        var shown =
                alarm.objects("Metrics").stream()
                        .filter(query -> query.flag("ReturnData", true))
                        .toList();
        assertEquals(1, shown.size());
        return shown.getFirst().string("Expression");
    }

    private static Set<String> namesIn(String expression) {
        return Pattern.compile("\\b[a-z]\\w*")
                .matcher(expression)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static List<String> metrics(String name) {
        return ReadMetric.ofAlarm(PROD, alarm(name)).values().stream()
                .map(ReadMetric::toString)
                .toList();
    }

    private static List<String> of(String prefix, List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).map(prefix::concat).toList();
    }

    private static Fields alarm(String name) {
        return PROD.at(ALARM, "Alarms/" + name).properties();
    }

    private static String statement(Fields statement) {
        return "%s %s to %s if %s"
                .formatted(
                        statement.string("Effect"),
                        statement.string("Action"),
                        statement.values().get("Principal"),
                        statement.values().get("Condition"));
    }
}
