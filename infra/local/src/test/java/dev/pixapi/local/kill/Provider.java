package dev.pixapi.local.kill;

import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.UpstreamAnswer;
import dev.pixapi.local.upstream.UpstreamExchange;

import java.io.IOException;
import java.util.Map;

/** The provider of live accounts, which takes its orders from prompts as the sandbox does. */
final class Provider implements Behaviour {
    static final String SLOW = "slow ";
    static final String LOST = "lost ";
    static final String REFUSED = "refused ";

    private static final long SLOW_MILLIS = 800;

    @Override
    public void serve(UpstreamExchange exchange) throws IOException, InterruptedException {
        var prompt = exchange.request().prompt();
        if (prompt.startsWith(LOST)) {
            exchange.reset();
            return;
        }
        if (prompt.startsWith(REFUSED)) {
            exchange.answer(UpstreamAnswer.refusal(400, Map.of("code", "moderation_blocked")));
            return;
        }
        if (prompt.startsWith(SLOW)) {
            Thread.sleep(SLOW_MILLIS);
        }
        Images.asAsked().serve(exchange);
    }
}
