package dev.pixapi.simulation.hot;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.concurrent.Backoff;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.simulation.kernel.Timeline;
import dev.pixapi.simulation.model.ModelLedger;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The model of the ledger, of one account, whose rows take one write at a time: whoever comes
 * meanwhile is refused, as DynamoDB refuses, and tries again, as the adapter does.
 */
final class BusyLedger {
    private final Timeline timeline;
    private final ModelLedger model;
    private final long millis;
    private final Consumer<Object> check;
    private final long[] busyUntil;
    private long writes;
    private long conflicts;
    private long givenUp;
    private long moves;

    /**
     * @param shards of the account
     * @param millis that a write takes, and has its rows for itself
     * @param check is told what came of every write
     */
    BusyLedger(
            Timeline timeline, ModelLedger model, int shards, long millis, Consumer<Object> check) {
        this.timeline = timeline;
        this.model = model;
        this.millis = millis;
        this.check = check;
        this.busyUntil = new long[shards];
    }

    /** What an account is busy with. */
    Ledger ledger() {
        return (Ledger)
                Proxy.newProxyInstance(
                        Ledger.class.getClassLoader(),
                        new Class<?>[] {Ledger.class},
                        (_, method, arguments) -> call(method.getName(), arguments));
    }

    long writes() {
        return writes;
    }

    /** Tries that met a write. */
    long conflicts() {
        return conflicts;
    }

    /** What was tried as often as it is, and was not done. */
    long givenUp() {
        return givenUp;
    }

    long moves() {
        return moves;
    }

    private Object call(String operation, Object... arguments) {
        return switch (operation) {
            case "open" -> {
                var task = (Task) arguments[0];
                yield write(() -> model.open(task, (int) arguments[1]), task.shard());
            }
            case "settle" -> {
                var task = (Task) arguments[0];
                yield write(() -> model.settle(task, (Settlement) arguments[1]), task.shard());
            }
            case "move" -> {
                moves++;
                yield move((AccountId) arguments[0], arguments);
            }
            case "glance" -> glance((AccountId) arguments[0]);
            default -> throw new UnsupportedOperationException(operation);
        };
    }

    private boolean move(AccountId account, Object... arguments) {
        var from = (int) arguments[1];
        var to = (int) arguments[2];
        return write(() -> model.move(account, from, to, (Credits) arguments[3]), from, to);
    }

    /**
     * What is done is done at its beginning, when conditions are looked at; its rows are busy until
     * its end. What fails its condition keeps no row busy.
     */
    private <T> T write(Supplier<T> effect, int... rows) {
        writes++;
        var backoff = Backoff.OF_WRITES;
        for (var tried = 0; tried < backoff.tries(); tried++) {
            sleep(backoff.pause(tried, timeline.runner().random()).toMillis());
            if (!isBusy(rows)) {
                var result = effect.get();
                check.accept(result);
                if (isDone(result)) {
                    Arrays.stream(rows).forEach(row -> busyUntil[row] = timeline.millis() + millis);
                }
                sleep(millis);
                return result;
            }
            conflicts++;
            // The refusal takes its time, too.
            sleep(millis / 2);
        }
        givenUp++;
        throw ApiException.of(ErrorCode.OVERLOADED, "The account is too busy at the moment.");
    }

    private static boolean isDone(Object result) {
        return result instanceof OpenOutcome.Opened
                || result instanceof SettleOutcome.Settled
                || result.equals(true);
    }

    private void sleep(long time) {
        if (time > 0) {
            timeline.sleep(time);
        }
    }

    /** Half of the rows a moment later than the others. */
    private List<Shard> glance(AccountId account) {
        timeline.sleep(1);
        var rows = new ArrayList<>(model.shards(account));
        timeline.sleep(2);
        var later = model.shards(account);
        for (var row = rows.size() / 2; row < rows.size(); row++) {
            rows.set(row, later.get(row));
        }
        timeline.sleep(1);
        return rows;
    }

    private boolean isBusy(int... rows) {
        return Arrays.stream(rows).anyMatch(row -> busyUntil[row] > timeline.millis());
    }
}
