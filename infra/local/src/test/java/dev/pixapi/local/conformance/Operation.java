package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;

/**
 * One call of a port, with all its arguments, which can be made on either side.
 *
 * @param kind the name of the call
 * @param arguments as a reader wants them
 */
record Operation(String kind, AccountId account, String arguments, Call call) {
    /** What is called. */
    interface Call {
        Object on(Side side);
    }

    @Override
    public String toString() {
        return kind + " " + account + " " + arguments;
    }
}
