package dev.pixapi.file;

import com.github.f4b6a3.ulid.Ulid;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** {@code file_} and a ULID. */
public record FileId(String value) {
    private static final Pattern FORM = Pattern.compile("file_[0-7][0-9A-HJKMNP-TV-Z]{25}");

    public FileId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a file id is file_ and a ULID");
        }
    }

    /** Empty when the text cannot be a file's id. */
    public static Optional<FileId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FileId(text)) : Optional.empty();
    }

    static FileId next(Instant now, RandomGenerator random) {
        var bytes = new byte[Ulid.RANDOM_BYTES];
        random.nextBytes(bytes);
        return new FileId("file_" + new Ulid(now.toEpochMilli(), bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
