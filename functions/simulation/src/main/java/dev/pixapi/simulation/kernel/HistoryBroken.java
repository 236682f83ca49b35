package dev.pixapi.simulation.kernel;

/** Something happened in a history that never may. */
public final class HistoryBroken extends Exception {
    private static final long serialVersionUID = 1;

    public HistoryBroken(Throwable what) {
        super(what.getMessage(), what);
    }
}
