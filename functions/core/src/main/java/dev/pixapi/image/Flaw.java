package dev.pixapi.image;

import java.io.Serial;

/**
 * What is wrong with a file, as its sender may read it behind the name of a parameter. It never
 * leaves this package, and carries no stack trace: hostile files are to cost nothing.
 */
final class Flaw extends Exception {
    @Serial private static final long serialVersionUID = 1;

    Flaw(String reason) {
        super(reason, null, false, false);
    }

    static Flaw cut() {
        return new Flaw("ends in the middle");
    }

    static Flaw damaged(String how) {
        return new Flaw("is damaged: " + how);
    }

    static Flaw animated() {
        return new Flaw("is animated; one picture is taken");
    }

    String reason() {
        return getMessage();
    }
}
