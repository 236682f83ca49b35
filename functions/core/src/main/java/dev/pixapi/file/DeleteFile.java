package dev.pixapi.file;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.media.MediaStore;

/**
 * Deletes a file with its bytes, expired or not. Tasks that were opened with it have copies. An
 * upload that ends after this is without a record: nothing can read it, and it is removed with age.
 */
public final class DeleteFile {
    private final MediaStore media;
    private final FileRecords records;

    public DeleteFile(MediaStore media) {
        this.media = media;
        this.records = new FileRecords(media);
    }

    /**
     * @throws ApiException 404, alike for a foreign, an unknown, a malformed and a deleted id
     */
    public FileId delete(AccountId account, String id) {
        var keys = records.find(account, id).orElseThrow(FileRecords::absent).keys();
        // The record last: a deletion that broke off can be repeated.
        media.delete(keys.image());
        media.delete(keys.findings());
        media.delete(keys.properties());
        return keys.id();
    }
}
