package dev.pixapi.file;

/** A file and what can be done with it now. */
public record FoundFile(StoredFile file, FileState state) {}
