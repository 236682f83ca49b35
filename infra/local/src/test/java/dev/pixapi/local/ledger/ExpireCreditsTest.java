package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.ledger.AccountStore;
import dev.pixapi.ledger.Credits;
import dev.pixapi.metric.Metric;
import dev.pixapi.task.ExpireCredits;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A pass over all accounts whose grants' time is over. */
class ExpireCreditsTest {
    private static final Instant OVER = NOW.plusSeconds(60);
    private TestingLedger tables;

    @BeforeEach
    void start() {
        tables = new TestingLedger();
    }

    @AfterEach
    void stop() {
        tables.close();
    }

    private ExpireCredits pass(AccountStore accounts) {
        var clock = Clock.fixed(OVER, ZoneOffset.UTC);
        return new ExpireCredits(accounts, tables.ledger(), clock, tables.metrics());
    }

    private AccountId expiring() {
        var account = tables.account("5");
        tables.grant(account, "pack", "10", 60);
        return account;
    }

    private Credits expired(AccountId account) {
        return tables.ledger().balance(account).orElseThrow().expired();
    }

    @Test
    void allThatIsOverExpiresAndIsCounted() {
        var one = expiring();
        var two = expiring();
        tables.grant(two, "another", "1", 30);
        assertEquals(3, pass(tables.accounts()).expire());
        assertEquals(Credits.of("10"), expired(one));
        assertEquals(Credits.of("11"), expired(two));
        assertEquals(0, pass(tables.accounts()).expire());
        tables.audit(one, two);
    }

    @Test
    void anAccountThatCannotBeReadIsCountedAndDoesNotStopTheOthers() {
        var broken = expiring();
        var row = new HashMap<>(tables.accountRow(broken));
        row.remove("held");
        tables.put(Resources.ACCOUNTS, row);
        var others = List.of(expiring(), expiring());
        assertEquals(2, pass(tables.accounts()).expire());
        others.forEach(account -> assertEquals(Credits.of("10"), expired(account)));
        assertEquals(1, tables.metrics().of(Metric.SWEEP_FAILURES));
        assertEquals(1, tables.metrics().of(Metric.LEDGER_BREAKS));
    }

    @Test
    void aPassThatFindsNoAccountsSinceItCannotLookFails() {
        var away =
                new AccountStore() {
                    @Override
                    public List<AccountId> expiring(Instant now, int limit) {
                        throw new IllegalStateException("away");
                    }

                    @Override
                    public Part all(Optional<String> after, int limit) {
                        throw new IllegalStateException("away");
                    }
                };
        assertThrows(IllegalStateException.class, () -> pass(away).expire());
        assertEquals(1, tables.metrics().of(Metric.SWEEP_FAILURES));
    }
}
