package dev.pixapi.audit;

import dev.pixapi.concurrent.Threads;
import dev.pixapi.ledger.AccountStore;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.metric.Metrics;

import java.time.InstantSource;

/** What an audit reads, and what it writes to. */
public record AuditParts(
        Ledger ledger,
        AccountStore accounts,
        TaskStore tasks,
        Book book,
        AuditStore store,
        InstantSource clock,
        Threads threads,
        Metrics metrics) {}
