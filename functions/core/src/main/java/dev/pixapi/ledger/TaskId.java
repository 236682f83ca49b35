package dev.pixapi.ledger;

import com.github.f4b6a3.ulid.Ulid;

import dev.pixapi.account.AccountId;
import dev.pixapi.digest.Sha256;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code task_} and a ULID. */
public record TaskId(String value) {
    private static final Pattern FORM = Pattern.compile("task_[0-7][0-9A-HJKMNP-TV-Z]{25}");

    public TaskId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a task id is task_ and a ULID");
        }
    }

    /** Empty when the text cannot be a task's id. */
    public static Optional<TaskId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TaskId(text)) : Optional.empty();
    }

    /**
     * The one task of an account and an idempotency key. The id is the check: a second put of it
     * fails, with no read before and no row beside it.
     */
    public static TaskId of(AccountId account, String idempotencyKey) {
        // A zero byte parts them: it can stand in neither.
        var hash = Sha256.of(account + "\0" + idempotencyKey);
        return new TaskId("task_" + Ulid.from(Arrays.copyOf(hash, Ulid.ULID_BYTES)));
    }

    @Override
    public String toString() {
        return value;
    }
}
