package dev.pixapi.emulator;

import dev.pixapi.json.Fields;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A Pixapi that runs, wherever it does.
 *
 * @param api what stands before {@code /v1}
 * @param provision the operator's own function
 * @param media from an image's URL to one that this process can reach
 */
record Deployed(String api, InvokedFunction provision, UnaryOperator<URI> media) {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    /** The key of a new test account with these credits. */
    Caller caller(int credits) {
        var account = "account-" + ACCOUNTS.incrementAndGet();
        var order =
                Map.of(
                        "mode",
                        "test",
                        "account",
                        account,
                        "grant",
                        Map.of("id", "welcome", "credits", credits),
                        "key",
                        Map.of());
        return caller(provision.invoke(order));
    }

    private Caller caller(Fields provisioned) {
        return new Caller(api, provisioned.string("key"));
    }
}
