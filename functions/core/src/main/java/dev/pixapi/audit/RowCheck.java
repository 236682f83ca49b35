package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Shard;

import java.util.ArrayList;
import java.util.List;

/**
 * What must hold in one row of an account, at every version of it. That no counter of credits is
 * negative is seen when the row is read: {@link dev.pixapi.ledger.Credits} cannot be.
 */
final class RowCheck {
    private RowCheck() {}

    static List<Break> of(AccountId account, Shard row) {
        var breaks = new ArrayList<Break>();
        if (!row.addsUp()) {
            breaks.add(new Break(account, 1, difference(row)));
        }
        if (row.tasks() < 0) {
            breaks.add(
                    new Break(
                            account,
                            2,
                            "tasks of shard %d is %d".formatted(row.number(), row.tasks())));
        }
        if (row.tasks() == 0 && row.balance().held().millionths() > 0) {
            var held =
                    "shard %d holds %s, for no task".formatted(row.number(), row.balance().held());
            breaks.add(new Break(account, 3, held));
        }
        return breaks;
    }

    private static String difference(Shard row) {
        var balance = row.balance();
        return "shard %d has available %s + held %s + spent %s + expired %s + moved out %s, but granted %s + refunded %s + moved in %s"
                .formatted(
                        row.number(),
                        balance.available(),
                        balance.held(),
                        balance.spent(),
                        balance.expired(),
                        row.movedOut(),
                        balance.granted(),
                        balance.refunded(),
                        row.movedIn());
    }
}
