package dev.pixapi.cloud.watch;

import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.constructs.Construct;

import java.util.List;

/**
 * Tells by email what the account costs. It stops nothing: the bill of AWS is hours late, and the
 * providers' bills are not in it.
 */
public final class Budget extends Construct {
    /** Of the budget, spent: there is time to look. */
    private static final int SPENT_PERCENT = 80;

    /** Of the budget, by the end of the month if it goes on so. */
    private static final int FORECAST_PERCENT = 100;

    /**
     * @param dollars US dollars a month
     * @param email who is told
     */
    public record Terms(int dollars, String email) {}

    public Budget(Construct scope, String id, Terms terms) {
        super(scope, id);
        CfnBudget.Builder.create(this, "Month")
                .budget(
                        BudgetDataProperty.builder()
                                .budgetType("COST")
                                .timeUnit("MONTHLY")
                                .budgetLimit(
                                        SpendProperty.builder()
                                                .amount(terms.dollars())
                                                .unit("USD")
                                                .build())
                                .build())
                .notificationsWithSubscribers(
                        List.of(
                                notification("ACTUAL", SPENT_PERCENT, terms.email()),
                                notification("FORECASTED", FORECAST_PERCENT, terms.email())))
                .build();
    }

    private static NotificationWithSubscribersProperty notification(
            String type, int percent, String email) {
        return NotificationWithSubscribersProperty.builder()
                .notification(
                        NotificationProperty.builder()
                                .notificationType(type)
                                .comparisonOperator("GREATER_THAN")
                                .threshold(percent)
                                .thresholdType("PERCENTAGE")
                                .build())
                .subscribers(
                        List.of(
                                SubscriberProperty.builder()
                                        .subscriptionType("EMAIL")
                                        .address(email)
                                        .build()))
                .build();
    }
}
