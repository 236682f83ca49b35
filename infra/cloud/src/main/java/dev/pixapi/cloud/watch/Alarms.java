package dev.pixapi.cloud.watch;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An alarm for each trouble, and the topic that tells of its beginning and its end. */
public final class Alarms extends Construct {
    private final List<IAlarm> made = new ArrayList<>();
    private final Topic topic;

    public Alarms(Construct scope, String id, Readings readings) {
        super(scope, id);
        this.topic = topic(readings.watched().stage().watch().email());
        for (var trouble : Trouble.values()) {
            Signals.of(trouble, readings)
                    .forEach((of, signal) -> made.add(alarm(trouble, of, signal)));
        }
    }

    public List<IAlarm> all() {
        return List.copyOf(made);
    }

    public String topicArn() {
        return topic.getTopicArn();
    }

    /**
     * Without a key: alarms could not use the one that AWS keeps for SNS, one of our own costs by
     * the month, and what an alarm says is no secret. A policy of its own takes the place of the
     * one that lets the whole account publish, so CloudWatch needs the right by name.
     */
    private Topic topic(Optional<String> email) {
        var made = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
        made.grantPublish(
                new ServicePrincipal(
                        "cloudwatch.amazonaws.com",
                        ServicePrincipalOpts.builder()
                                .conditions(
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                                .build()));
        email.map(EmailSubscription::new).ifPresent(made::addSubscription);
        return made;
    }

    private Alarm alarm(Trouble trouble, String of, IMetric signal) {
        var bound = trouble.bound();
        var alarm =
                Alarm.Builder.create(this, trouble.title() + capitalised(of))
                        .alarmDescription(description(trouble, of))
                        .metric(signal)
                        .comparisonOperator(comparison(bound.side()))
                        .threshold(bound.threshold())
                        .evaluationPeriods(bound.spell().of())
                        .datapointsToAlarm(bound.spell().wrong())
                        .treatMissingData(missing(bound.side()))
                        .build();
        var tell = new SnsAction(topic);
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
        return alarm;
    }

    private static String description(Trouble trouble, String of) {
        return trouble.meaning()
                + (of.isEmpty() ? " " : " This one: " + of + ". ")
                + "What to do: "
                + Trouble.RUNBOOK
                + trouble.anchor();
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static ComparisonOperator comparison(Bound.Side side) {
        return switch (side) {
            case AT_LEAST -> ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
            case BELOW -> ComparisonOperator.LESS_THAN_THRESHOLD;
        };
    }

    /** What did not happen is not measured. */
    private static TreatMissingData missing(Bound.Side side) {
        return switch (side) {
            case AT_LEAST -> TreatMissingData.NOT_BREACHING;
            case BELOW -> TreatMissingData.BREACHING;
        };
    }
}
