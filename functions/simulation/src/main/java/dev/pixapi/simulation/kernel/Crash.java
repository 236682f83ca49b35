package dev.pixapi.simulation.kernel;

/**
 * Ends a strand where it stands: its process was killed, or the history is over. An error, since no
 * code of ours may catch it and go on.
 */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("killed", null, false, false);
    }
}
