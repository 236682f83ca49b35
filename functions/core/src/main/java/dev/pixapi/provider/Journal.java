package dev.pixapi.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exchanges of one run of a task, in the order in which they ended. Several threads may write.
 */
public final class Journal {
    /** Ten images, twice each, on two routes; a run has no more. */
    private static final int MOST = 40;

    private final InstantSource clock;
    private final List<Exchange> exchanges = new ArrayList<>();

    public Journal(InstantSource clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * @param began as {@link #now} told it
     */
    public synchronized void add(
            ProviderCall call, ProviderOutcome outcome, Optional<String> requestId, Instant began) {
        if (exchanges.size() < MOST) {
            exchanges.add(
                    new Exchange(
                            call.route().provider(),
                            call.route().model(),
                            outcome.label(),
                            requestId,
                            began,
                            Duration.between(began, now())));
        }
    }

    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
