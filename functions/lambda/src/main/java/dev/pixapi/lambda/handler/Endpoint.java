package dev.pixapi.lambda.handler;

import dev.pixapi.account.Authenticator;
import dev.pixapi.account.Principal;
import dev.pixapi.account.Scope;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;

import java.util.function.Supplier;

/**
 * An endpoint for callers with a key. Like every handler it makes its parts at its first event, not
 * when it is made: Lambda may take a snapshot between the two, and no copy of it may have what
 * another has.
 */
abstract class Endpoint extends HttpHandler {
    private final Supplier<Authenticator> authenticator;

    Endpoint(Pixapi pixapi, AnswerFormat format) {
        super(pixapi.metrics(), format);
        this.authenticator = pixapi::authenticator;
    }

    abstract Reply answer(Principal principal, HttpRequest request) throws InterruptedException;

    @Override
    final Reply answer(HttpRequest request) throws InterruptedException {
        return answer(authenticator.get().authenticate(request).require(Scope.IMAGES), request);
    }

    /** Streamed where the stage streams. */
    static AnswerFormat streamed(Pixapi pixapi) {
        return pixapi.settings().streaming() ? AnswerFormat.STREAM : AnswerFormat.BUFFERED;
    }
}
