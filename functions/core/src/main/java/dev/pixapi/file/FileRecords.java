package dev.pixapi.file;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.media.MediaStore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What is known of an account's files. */
final class FileRecords {
    private final MediaStore media;

    FileRecords(MediaStore media) {
        this.media = media;
    }

    /** A file and where its objects are. */
    record Known(FileKeys keys, StoredFile file) {}

    void keep(FileKeys keys, StoredFile file) {
        media.putIfAbsent(keys.properties(), FileCodec.MEDIA_TYPE, FileCodec.write(file));
    }

    /** Of a foreign, an unknown and a malformed id alike, there is none. */
    Optional<Known> find(AccountId account, String id) {
        return FileId.parse(id)
                .map(parsed -> new FileKeys(account, parsed))
                .flatMap(
                        keys ->
                                media.get(keys.properties())
                                        .map(json -> new Known(keys, FileCodec.file(json))));
    }

    /**
     * @throws ApiException when there is no such file, or no more
     */
    Known findLive(AccountId account, String id, Instant now) {
        var known = find(account, id).orElseThrow(FileRecords::absent);
        if (known.file().hasExpired(now)) {
            throw ApiException.of(
                    ErrorCode.FILE_EXPIRED,
                    known.file().id()
                            + " has expired at "
                            + known.file().expires().truncatedTo(ChronoUnit.SECONDS)
                            + ". Upload it again.");
        }
        return known;
    }

    static ApiException absent() {
        return ApiException.of(ErrorCode.FILE_NOT_FOUND, "There is no such file.");
    }
}
