package dev.pixapi.local.rights;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.lambda.dynamodb.Conflicts;
import dev.pixapi.lambda.dynamodb.DynamoDbLedger;
import dev.pixapi.lambda.dynamodb.Tables;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.metric.Metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Credits that are given for a time, and expire. */
record GrantFlows(FlowSystem system) {
    private static final AccountId ACCOUNT = new AccountId(Mode.TEST, "packs");

    void run() {
        Map<String, Object> pack = Map.of("id", "pack", "credits", 1, "expires_days", 1);
        system.pixapi.invoke(
                "Provision", Map.of("mode", "test", "account", ACCOUNT.name(), "grant", pack));
        grantForAMoment();
        FlowSystem.waitFor(() -> system.pixapi.invoke("Sweeper", Map.of()).number("expired") > 0);
    }

    /** Shorter than an operator can. */
    private void grantForAMoment() {
        var local = system.pixapi.system();
        var now = Instant.now();
        var end = Optional.of(now.plusMillis(1));
        new DynamoDbLedger(
                        local.servers().dynamoDb(),
                        new Tables(local.resources()::nameOf),
                        Duration.ZERO,
                        new Conflicts(() -> 0, Metrics.NONE))
                .grant(new Grant(ACCOUNT, "moment", Credits.of("1"), now, end, 0));
    }
}
