package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Page;
import dev.pixapi.ledger.Task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads of all kinds. */
final class Looks {
    private static final int ALL = 10_000;

    private final Known known;

    Looks(Known known) {
        this.known = known;
    }

    Operation any(Optional<Task> version) {
        var account = known.account();
        return switch (known.random().nextInt(6)) {
            case 0 -> of("balance", account, side -> side.ledger().balance(account));
            case 1 -> entries(account, 1 + known.random().nextInt(40));
            case 2 -> due();
            case 3 -> expiring();
            default ->
                    version.map(task -> known.oneIn(2) ? find(task) : entriesOf(task))
                            .orElseGet(() -> list(account));
        };
    }

    static Operation shards(AccountId account) {
        return of("shards", account, side -> side.ledger().shards(account));
    }

    private static Operation find(Task task) {
        return of("find", task.order().account(), side -> side.tasks().find(task.id()));
    }

    /** Of a task as it stands. */
    private static Operation entriesOf(Task version) {
        return of(
                "entriesOf",
                version.order().account(),
                side ->
                        side.tasks().find(version.id()).stream()
                                .flatMap(task -> side.ledger().entriesOf(task).stream())
                                .toList());
    }

    private static Operation list(AccountId account) {
        return of("list", account, side -> side.tasks().list(account, ALL, Optional.empty()));
    }

    /** The whole book, page by page. */
    private static Operation entries(AccountId account, int page) {
        return of("entries", account, side -> entries(side, account, page));
    }

    static List<Entry> entries(Side side, AccountId account, int size) {
        var all = new ArrayList<Entry>();
        Optional<String> after = Optional.empty();
        do {
            var page = side.ledger().entries(account, new Page(size, after));
            all.addAll(page);
            after = page.size() < size ? Optional.empty() : Optional.of(page.getLast().id());
        } while (after.isPresent());
        return all;
    }

    private Operation due() {
        var now = known.now;
        return of("due", known.account(), side -> due(side, now));
    }

    /** In no order: two may be due at once. */
    static List<Task> due(Side side, Instant now) {
        return side.tasks().due(now, ALL).tasks().stream()
                .sorted(Comparator.comparing(task -> task.id().value()))
                .toList();
    }

    private Operation expiring() {
        var now = known.now;
        return of("expiring", known.account(), side -> expiring(side, now));
    }

    static List<AccountId> expiring(Side side, Instant now) {
        return side.accounts().expiring(now, ALL).stream()
                .sorted(Comparator.comparing(AccountId::toString))
                .toList();
    }

    private static Operation of(String kind, AccountId account, Operation.Call call) {
        return new Operation(kind, account, "", call);
    }
}
