package dev.pixapi.audit;

import com.github.f4b6a3.ulid.Ulid;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;

import java.time.Instant;

/**
 * A line of an account's book, with what only the auditor asks for.
 *
 * @param held what a settlement took out of held; zero for all others
 */
public record BookLine(Entry entry, Credits held) {
    private static final int PREFIX = "entry_".length();

    public BookLine {
        if (Entry.parseId(entry.id()).isEmpty()) {
            throw new IllegalArgumentException(entry.id() + " is no id of an entry");
        }
    }

    String id() {
        return entry.id();
    }

    /** By which it is sorted. */
    Instant time() {
        return Ulid.from(id().substring(PREFIX)).getInstant();
    }
}
