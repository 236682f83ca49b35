package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Audits the lines of an account's book that have settled, once each, and moves its mark. */
final class CatchUp {
    /** Lines that are read, and audited, before the mark moves. */
    private static final int CHUNK = 500;

    /** Reads of tasks at one time. */
    private static final int AT_ONCE = 20;

    private final AuditParts parts;
    private final AuditSettings settings;

    CatchUp(AuditParts parts, AuditSettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    /**
     * @param isWhole false when there was no time for all
     */
    record Reached(Mark mark, boolean isWhole) {}

    Reached from(Mark mark, Findings findings, BooleanSupplier hasTime) {
        var account = findings.account();
        var settled = parts.clock().instant().minus(settings.settles());
        var at = mark;
        while (hasTime.getAsBoolean()) {
            var lines =
                    parts.book().lines(account, at.last(), CHUNK).stream()
                            .takeWhile(line -> line.time().isBefore(settled))
                            .toList();
            if (!lines.isEmpty()) {
                findings.add(breaks(account, lines));
                at = at.behind(lines);
                parts.store().keep(account, at);
            }
            if (lines.size() < CHUNK) {
                return new Reached(at, true);
            }
        }
        return new Reached(at, false);
    }

    private List<Break> breaks(AccountId account, List<BookLine> lines) {
        var check = new TaskCheck(account, parts.ledger(), parts.tasks());
        var breaks = new ArrayList<>(repeated(account, lines));
        for (var from = 0; from < lines.size(); from += AT_ONCE) {
            var some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            parts.threads().map(some, check::breaks).forEach(breaks::addAll);
        }
        return breaks;
    }

    /** Also where the task's row is not kept any more. */
    private static List<Break> repeated(AccountId account, List<BookLine> lines) {
        var seen = new HashSet<String>();
        return lines.stream()
                .map(BookLine::entry)
                .filter(entry -> entry.kind() == Entry.Kind.SETTLE)
                .filter(entry -> !seen.add(entry.reference()))
                .map(entry -> new Break(account, 5, entry.reference() + " has two settle entries"))
                .toList();
    }
}
