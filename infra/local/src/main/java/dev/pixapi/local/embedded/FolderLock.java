package dev.pixapi.local.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a data folder, for one process at a time and once in it: two writers would see
 * each other's tables as locked or broken. The operating system drops it with the process.
 */
final class FolderLock implements AutoCloseable {
    /**
     * The folders that this process holds. To ask the file again would lose its lock: closing any
     * channel of a file drops the whole process's POSIX lock on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks the folder, which must exist; fails with a sentence for the operator if it is taken.
     */
    static FolderLock take(Path folder) throws IOException {
        var real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw inUse(real);
        }
        try {
            return new FolderLock(real, lockedFile(real));
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel lockedFile(Path folder) throws IOException {
        var file = folder.resolve("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(folder);
        }
        return channel;
    }

    private static IOException inUse(Path folder) {
        return new IOException(
                "the data folder "
                        + folder
                        + " is in use by another Pixapi: stop that one or choose another folder");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(folder);
    }
}
