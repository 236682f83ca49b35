package dev.pixapi.file;

import dev.pixapi.account.AccountId;
import dev.pixapi.media.MediaFolder;

/**
 * Names of the objects of a file. The account is part of them: another's file is not refused but
 * absent, and no check of an owner can be forgotten.
 */
public record FileKeys(AccountId account, FileId id) {
    /** What was said of the file when it was created. */
    String properties() {
        return folder() + "file.json";
    }

    String image() {
        return folder() + "image";
    }

    /** What a look at an upload has shown. */
    String findings() {
        return folder() + "findings.json";
    }

    private String folder() {
        return MediaFolder.FILES.prefix()
                + account.mode().wireName()
                + "/"
                + account.name()
                + "/"
                + id
                + "/";
    }
}
