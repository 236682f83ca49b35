package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Ledger;

import java.util.LinkedHashMap;
import java.util.function.Supplier;

/** GET /v1/credits: the balance. */
public final class CreditsHandler extends Endpoint {
    private final Supplier<Ledger> ledger;

    public CreditsHandler() {
        this(Pixapi.onAws(CreditsHandler.class));
    }

    public CreditsHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.ledger = Lazy.of(pixapi::ledger);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var balance = ledger.get().balance(principal.account()).orElseThrow();
        var credits = new LinkedHashMap<String, Object>();
        credits.put("object", "credits");
        credits.put("mode", principal.account().mode().wireName());
        credits.putAll(AccountJson.counters(balance));
        return Reply.json(200, credits);
    }
}
