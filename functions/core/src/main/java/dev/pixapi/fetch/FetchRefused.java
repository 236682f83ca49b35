package dev.pixapi.fetch;

import java.io.IOException;
import java.io.Serial;

/**
 * A link is not followed, or what it leads to is not taken. The message is for the caller and
 * continues a sentence that begins with the parameter's name: {@code must be an https URL}.
 *
 * <p>A name that does not exist, one that has an address which is not public, an address that
 * nobody answers at and a closed port all read the same. Told apart, they would let a caller list
 * the names of the network this runs in, or look at others through it. What is told apart is either
 * written in the URL itself, or comes from a public host that the caller could have asked alone.
 */
public final class FetchRefused extends IOException {
    @Serial private static final long serialVersionUID = 1;

    FetchRefused(String message) {
        super(message);
    }

    static FetchRefused unreachable() {
        return new FetchRefused("cannot be reached: it must lead to a public https server");
    }

    /** It is the caller's doing, so nobody needs to know where it was found. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
