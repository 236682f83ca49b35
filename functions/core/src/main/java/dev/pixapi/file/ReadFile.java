package dev.pixapi.file;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.Content.Inspected;
import dev.pixapi.file.FileState.Faulty;
import dev.pixapi.media.MediaStore;

import java.time.InstantSource;

/** Reads a file for an edit. */
public final class ReadFile {
    private final MediaStore media;
    private final FileRecords records;
    private final InstantSource clock;

    public ReadFile(MediaStore media, InstantSource clock) {
        this.media = media;
        this.records = new FileRecords(media);
        this.clock = clock;
    }

    /**
     * @param parameter what the caller names the file by: {@code images[0].file_id}
     * @param most bytes that may be read; a larger file is refused before any is
     * @throws ApiException naming the parameter, when there is no such file of this account, it has
     *     expired, its bytes have not come, or are not what they must be
     */
    public byte[] bytes(AccountId account, String id, String parameter, long most) {
        try {
            return bytes(records.findLive(account, id, clock.instant()), most);
        } catch (ApiException refusal) {
            throw ApiException.at(parameter, refusal.code(), refusal.getMessage());
        }
    }

    private byte[] bytes(FileRecords.Known known, long most) {
        var file = known.file();
        if (file.content().bytes() > most) {
            throw invalid(
                    file,
                    "has %d bytes; at most %d are taken".formatted(file.content().bytes(), most));
        }
        var key = known.keys().image();
        return switch (file.content()) {
            // It was there before its record, so it has been deleted since.
            case Inspected _ -> media.get(key).orElseThrow(FileRecords::absent);
            case Declared declared -> uploaded(file, declared, key);
        };
    }

    private byte[] uploaded(StoredFile file, Declared declared, String key) {
        var size = media.size(key).orElseThrow(() -> pending(file));
        if (size != declared.bytes()) {
            throw invalid(file, Findings.wrongSize(declared, size).reason());
        }
        var bytes = media.get(key).orElseThrow(FileRecords::absent);
        if (Findings.of(declared, bytes) instanceof Faulty(var reason)) {
            throw invalid(file, reason);
        }
        return bytes;
    }

    private static ApiException pending(StoredFile file) {
        return ApiException.of(ErrorCode.FILE_NOT_READY, file.id() + " has not been uploaded yet.");
    }

    private static ApiException invalid(StoredFile file, String reason) {
        return ApiException.of(ErrorCode.INVALID_IMAGE, file.id() + " " + reason + ".");
    }
}
