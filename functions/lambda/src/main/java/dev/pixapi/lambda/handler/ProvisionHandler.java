package dev.pixapi.lambda.handler;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.ApiKey;
import dev.pixapi.account.KeyId;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Credits;
import dev.pixapi.media.Retention;
import dev.pixapi.provisioning.GrantOrder;
import dev.pixapi.provisioning.ProvisionAccount;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operator's own function, invoked directly. It creates an account where there is none; with
 * {@code grant} it gives credits, once for each grant id; with {@code key} it issues a key, whose
 * text is shown this once; with {@code revoke} it ends one.
 *
 * <p>Credits of a pack last {@code expires_days} 365; without it they never expire. Of grants that
 * expire at once, that of the lower {@code priority} is used first, 0 where none is said.
 *
 * <pre>{"mode": "live", "account": "acme",
 *  "grant": {"id": "order-17", "credits": 1000, "expires_days": 365, "priority": 1},
 *  "key": {"response_format": "b64_json", "retention_days": 7},
 *  "revoke": "k7Q2…"}</pre>
 */
public final class ProvisionHandler extends OperatorHandler {
    private final Supplier<ProvisionAccount> provision;

    public ProvisionHandler() {
        this(Pixapi.onAws(ProvisionHandler.class));
    }

    public ProvisionHandler(Pixapi pixapi) {
        super(pixapi);
        this.provision = Lazy.of(pixapi::provisionAccount);
    }

    @Override
    Map<String, Object> answer(Fields order) {
        var account = account(order);
        provision.get().create(account);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("mode", account.mode().wireName());
        answer.put("account", account.name());
        if (order.has("grant")) {
            provision.get().grant(account, grant(order.object("grant")));
        }
        if (order.has("key")) {
            var key = issueKey(account, order.object("key"));
            answer.put("key_id", key.id().value());
            answer.put("key", key.text());
        }
        if (order.has("revoke")) {
            answer.put("revoked", provision.get().revokeKey(new KeyId(order.string("revoke"))));
        }
        return answer;
    }

    private static GrantOrder grant(Fields grant) {
        var days =
                grant.has("expires_days")
                        ? Optional.of(Duration.ofDays(whole(grant, "expires_days")))
                        : Optional.<Duration>empty();
        var priority = grant.has("priority") ? whole(grant, "priority") : 0;
        return new GrantOrder(
                grant.string("id"), Credits.of(grant.decimal("credits")), days, priority);
    }

    private static int whole(Fields order, String name) {
        try {
            return order.decimal(name).intValueExact();
        } catch (ArithmeticException fault) {
            throw new IllegalArgumentException(name + " is a whole number", fault);
        }
    }

    private ApiKey issueKey(AccountId account, Fields key) {
        return provision.get().issueKey(account, responseFormat(key), retention(key));
    }

    private static Retention retention(Fields key) {
        if (!key.has("retention_days")) {
            return Retention.MONTH;
        }
        return Retention.ofDays(key.number("retention_days"))
                .orElseThrow(() -> new IllegalArgumentException("retention_days is 1, 7 or 30"));
    }

    private static ResponseFormat responseFormat(Fields key) {
        var name = key.optionalString("response_format").orElse("url");
        return ResponseFormat.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no response format"));
    }
}
