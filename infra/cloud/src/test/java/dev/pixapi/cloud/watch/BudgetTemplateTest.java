package dev.pixapi.cloud.watch;

import static dev.pixapi.cloud.TestingStack.OF_KIND;
import static dev.pixapi.cloud.TestingStack.UNUSUAL;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class BudgetTemplateTest {
    private static final String BUDGET = "AWS::Budgets::Budget";

    @Test
    void theBudgetIsTheStagesForAMonth() {
        assertEquals(
                Map.of(
                        "BudgetType", "COST",
                        "TimeUnit", "MONTHLY",
                        "BudgetLimit", Map.of("Amount", 50, "Unit", "USD")),
                budget().object("Budget").values());
    }

    @Test
    void mailComesAtEightyPercentAndWhenTheWholeIsForeseen() {
        assertEquals(
                List.of(
                        "ACTUAL GREATER_THAN 80 PERCENTAGE to EMAIL ops@example.com",
                        "FORECASTED GREATER_THAN 100 PERCENTAGE to EMAIL ops@example.com"),
                budget().objects("NotificationsWithSubscribers").stream()
                        .map(BudgetTemplateTest::line)
                        .toList());
    }

    @Test
    void thereIsNoneUntilAStageNamesIt() {
        for (var template : OF_KIND.values()) {
            assertEquals(List.of(), template.all(BUDGET));
        }
    }

    private static Fields budget() {
        return UNUSUAL.at(BUDGET, "Budget/Month").properties();
    }

    private static String line(Fields told) {
        var when = told.object("Notification");
        var subscriber = told.objects("Subscribers").getFirst();
        assertEquals(1, told.objects("Subscribers").size());
        return "%s %s %d %s to %s %s"
                .formatted(
                        when.string("NotificationType"),
                        when.string("ComparisonOperator"),
                        when.number("Threshold"),
                        when.string("ThresholdType"),
                        subscriber.string("SubscriptionType"),
                        subscriber.string("Address"));
    }
}
