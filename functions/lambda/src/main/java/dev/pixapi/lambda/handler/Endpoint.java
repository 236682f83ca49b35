package dev.pixapi.lambda.handler;

import dev.pixapi.account.Authenticator;
import dev.pixapi.account.Principal;
import dev.pixapi.account.Scope;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;

/** An endpoint for callers with a key. */
abstract class Endpoint extends HttpHandler {
    private final Authenticator authenticator;

    Endpoint(Authenticator authenticator, AnswerFormat format) {
        super(format);
        this.authenticator = authenticator;
    }

    abstract Reply answer(Principal principal, HttpRequest request) throws InterruptedException;

    @Override
    final Reply answer(HttpRequest request) throws InterruptedException {
        return answer(authenticator.authenticate(request).require(Scope.IMAGES), request);
    }

    /** Streamed where the stage streams. */
    static AnswerFormat streamed(Pixapi pixapi) {
        return pixapi.settings().streaming() ? AnswerFormat.STREAM : AnswerFormat.BUFFERED;
    }
}
