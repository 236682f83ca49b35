package dev.pixapi.provisioning;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.ApiKey;
import dev.pixapi.account.KeyId;
import dev.pixapi.account.KeyRecord;
import dev.pixapi.account.KeyStore;
import dev.pixapi.account.Scope;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.media.Retention;

import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Sets up accounts: the operator's tool before there is any key. */
public final class ProvisionAccount {
    /** More than any one caller should have at once; the account's row would be the limit. */
    private static final long MOST_TASKS = 1_000;

    private final Ledger ledger;
    private final KeyStore keys;
    private final Clock clock;
    private final RandomGenerator random;

    public ProvisionAccount(Ledger ledger, KeyStore keys, Clock clock, RandomGenerator random) {
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /** Creates the account, or leaves it as it is. */
    public void create(AccountId account) {
        ledger.createAccount(account, MOST_TASKS);
    }

    /** Once for each grant id, however often it is called. */
    public void grant(AccountId account, GrantOrder order) {
        var now = clock.instant();
        ledger.grant(
                new Grant(
                        account,
                        order.id(),
                        order.credits(),
                        now,
                        order.life().map(now::plus),
                        order.priority()));
    }

    /** A new key. Its text is not kept: this is the only time that it can be shown. */
    public ApiKey issueKey(AccountId account, ResponseFormat format, Retention retention) {
        var key = ApiKey.create(account.mode(), random);
        keys.add(
                new KeyRecord(
                        key.id(),
                        key.secretHash(),
                        account,
                        Set.of(Scope.IMAGES),
                        format,
                        retention,
                        true,
                        clock.instant()));
        return key;
    }

    public boolean revokeKey(KeyId key) {
        return keys.revoke(key);
    }
}
