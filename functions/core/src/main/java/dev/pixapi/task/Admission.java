package dev.pixapi.task;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.concurrent.Backoff;
import dev.pixapi.concurrent.Threads;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.Resharded;
import dev.pixapi.ledger.OpenOutcome.TooManyTasks;
import dev.pixapi.ledger.Task;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;
import dev.pixapi.task.ShardSearch.Found;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Lets tasks in. An account of one shard, as most are, takes one write, as if there were no shards.
 * In another one, a shard is picked by chance; where it cannot take the task, one is found that
 * can, and credits are brought to it. The ledger alone decides: what is remembered and read here
 * only says where to try.
 */
public final class Admission {
    /** Each fails only where others were let in, or credits were moved, at the same moment. */
    private static final Backoff TRIES = new Backoff(16, Duration.ofMillis(200));

    private static final int MOST_ACCOUNTS = 10_000;

    private final Ledger ledger;
    private final ShardSearch search;
    private final RandomGenerator random;
    private final Threads threads;
    private final Metrics metrics;

    /** How many shards an account has, where it was found to have several. */
    private final Cache<AccountId, Integer> shards =
            Caffeine.newBuilder().maximumSize(MOST_ACCOUNTS).executor(Runnable::run).build();

    /**
     * @param random of the shards that are picked, and of pauses
     */
    public Admission(Ledger ledger, RandomGenerator random, Threads threads, Metrics metrics) {
        this.ledger = ledger;
        this.search = new ShardSearch(ledger, random);
        this.random = random;
        this.threads = threads;
        this.metrics = metrics;
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * Opens a task in a shard of its account; what is opened says in which.
     *
     * @return never {@link Resharded}; {@link Insufficient} and {@link TooManyTasks} tell of the
     *     whole account
     * @throws ApiException 503 when others were faster each time
     */
    public OpenOutcome open(Task task) {
        var place = anyOf(known(task.order().account()));
        for (var tries = 0; tries < TRIES.tries(); tries++) {
            pause(tries);
            switch (tried(task, place)) {
                case Found.Final(var outcome) -> {
                    return outcome;
                }
                case Found.Place next -> place = next;
            }
        }
        metrics.count(Metric.WRITES_GIVEN_UP);
        throw ApiException.of(ErrorCode.OVERLOADED, "The account is too busy at the moment.");
    }

    private Found tried(Task task, Found.Place place) {
        var outcome = ledger.open(task.in(place.shard()), place.of());
        return switch (outcome) {
            case Resharded(var actual) -> {
                shards.put(task.order().account(), actual);
                yield anyOf(actual);
            }
            case Insufficient _, TooManyTasks _ when place.of() > 1 ->
                    search.find(task, place.shard());
            default -> new Found.Final(outcome);
        };
    }

    private int known(AccountId account) {
        var several = shards.getIfPresent(account);
        return several == null ? 1 : several;
    }

    private Found.Place anyOf(int several) {
        return new Found.Place(several == 1 ? 0 : random.nextInt(several), several);
    }

    private void pause(int tries) {
        // None before the second look: it is no conflict to find a shard dry.
        var pause = TRIES.pause(Math.max(0, tries - 1), random);
        if (pause.isZero()) {
            return;
        }
        try {
            threads.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a busy account", stop);
        }
    }
}
