package dev.pixapi.file;

import java.time.Instant;

/** A file of an account, as it was created. It never changes. */
public record StoredFile(
        FileId id, String name, String purpose, Content content, Instant created, Instant expires) {

    static StoredFile of(FileId id, FileOrder order, Content content, Instant now) {
        return new StoredFile(
                id,
                order.name().orElse("image." + content.format().fileExtension()),
                order.purpose(),
                content,
                now,
                now.plus(order.life()));
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expires);
    }
}
