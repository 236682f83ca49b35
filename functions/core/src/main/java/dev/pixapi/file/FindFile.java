package dev.pixapi.file;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.Content.Inspected;
import dev.pixapi.file.FileState.Finding;
import dev.pixapi.file.FileState.Pending;
import dev.pixapi.file.FileState.Ready;
import dev.pixapi.media.MediaStore;

import java.time.InstantSource;
import java.util.Optional;

/** Finds a file of an account, and looks at an upload when it is first asked for. */
public final class FindFile {
    private final MediaStore media;
    private final FileRecords records;
    private final InstantSource clock;

    public FindFile(MediaStore media, InstantSource clock) {
        this.media = media;
        this.records = new FileRecords(media);
        this.clock = clock;
    }

    /**
     * @throws ApiException 404, alike for a foreign, an unknown and a malformed id; 410, by its
     *     name, for a file that has expired
     */
    public FoundFile find(AccountId account, String id) {
        var known = records.findLive(account, id, clock.instant());
        var file = known.file();
        return new FoundFile(
                file,
                switch (file.content()) {
                    case Inspected(var _, var info) -> new Ready(info);
                    case Declared declared -> state(known.keys(), declared);
                });
    }

    /** The findings are kept: an upload is read once, however often it is asked for. */
    private FileState state(FileKeys keys, Declared declared) {
        var before = media.get(keys.findings()).map(FileCodec::finding);
        if (before.isPresent()) {
            return before.get();
        }
        var finding = look(keys, declared);
        finding.ifPresent(
                found ->
                        media.putIfAbsent(
                                keys.findings(), FileCodec.MEDIA_TYPE, FileCodec.write(found)));
        return finding.<FileState>map(found -> found).orElseGet(Pending::new);
    }

    private Optional<Finding> look(FileKeys keys, Declared declared) {
        return media.size(keys.image())
                .flatMap(
                        size ->
                                size != declared.bytes()
                                        ? Optional.of(Findings.wrongSize(declared, size))
                                        : media.get(keys.image())
                                                .map(bytes -> Findings.of(declared, bytes)));
    }
}
