package dev.pixapi.file;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.Content.Inspected;
import dev.pixapi.file.FileBody.Inline;
import dev.pixapi.file.FileBody.Reservation;
import dev.pixapi.file.FileState.Faulty;
import dev.pixapi.file.FileState.Pending;
import dev.pixapi.file.FileState.Ready;
import dev.pixapi.media.MediaStore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps an image for later edits, or makes room for one that is too large for a request. How many
 * files an account has is not limited: they cost little, and none lives longer than 30 days.
 */
public final class CreateFile {
    /** Within it the upload must begin; the function's own credentials may end sooner. */
    private static final Duration UPLOAD_LIFE = Duration.ofHours(1);

    private final MediaStore media;
    private final FileRecords records;
    private final UploadSigner signer;
    private final InstantSource clock;
    private final RandomGenerator random;

    public CreateFile(
            MediaStore media, UploadSigner signer, InstantSource clock, RandomGenerator random) {
        this.media = media;
        this.records = new FileRecords(media);
        this.signer = signer;
        this.clock = clock;
        this.random = random;
    }

    /** A new file, and how its bytes are to be uploaded where they have not come with it. */
    public record Created(FoundFile file, Optional<Upload> upload) {}

    /**
     * @throws ApiException when what was sent is no image that an edit can start from
     */
    public Created create(AccountId account, FileBody body) {
        var now = clock.instant();
        var keys = new FileKeys(account, FileId.next(now, random));
        return switch (body) {
            case Inline(var order, var bytes) -> {
                var info = checked(bytes);
                var content = new Inspected(bytes.length, info.info());
                var file = StoredFile.of(keys.id(), order, content, now);
                // The record last: a file that is known has its bytes.
                media.putIfAbsent(keys.image(), content.format().mediaType(), bytes);
                records.keep(keys, file);
                yield new Created(new FoundFile(file, info), Optional.empty());
            }
            case Reservation(var order, var declared) -> {
                var file = StoredFile.of(keys.id(), order, declared, now);
                records.keep(keys, file);
                yield new Created(new FoundFile(file, new Pending()), upload(keys, declared));
            }
        };
    }

    private Optional<Upload> upload(FileKeys keys, Declared declared) {
        return Optional.of(signer.sign(keys.image(), declared, UPLOAD_LIFE));
    }

    private static Ready checked(byte[] bytes) {
        return switch (Findings.of(bytes)) {
            case Ready ready -> ready;
            case Faulty(var reason) ->
                    throw ApiException.at(
                            FileBodyReader.FILE,
                            ErrorCode.INVALID_IMAGE,
                            "'" + FileBodyReader.FILE + "' " + reason + ".");
        };
    }
}
