package dev.pixapi.file;

import dev.pixapi.account.AccountId;

/**
 * Names of the objects of a file. The account is part of them: another's file is not refused but
 * absent, and no check of an owner can be forgotten.
 */
public record FileKeys(AccountId account, FileId id) {
    /** Below it is every file, which only Pixapi reads. */
    public static final String PREFIX = "files/";

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
        return PREFIX + account.mode().wireName() + "/" + account.name() + "/" + id + "/";
    }
}
