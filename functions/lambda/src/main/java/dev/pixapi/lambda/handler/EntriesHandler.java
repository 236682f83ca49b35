package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Page;

import java.util.function.Supplier;

/** GET /v1/credits/entries: what moved the account's credits, newest first. */
public final class EntriesHandler extends Endpoint {
    private final Supplier<Ledger> ledger;

    public EntriesHandler() {
        this(Pixapi.onAws(EntriesHandler.class));
    }

    public EntriesHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.ledger = Lazy.of(pixapi::ledger);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var limit = Queries.limit(request);
        var after = request.queryParameter("after");
        if (after.isPresent() && after.flatMap(Entry::parseId).isEmpty()) {
            throw Parameters.invalid("after", "must be the id of an entry");
        }
        // One more than asked tells whether more follow.
        var found = ledger.get().entries(principal.account(), new Page(limit + 1, after));
        return ListJson.reply(
                found.stream().limit(limit).map(EntryJson::of).toList(),
                found.size() > limit);
    }
}
