package dev.pixapi.input;

import dev.pixapi.fetch.LinkFetcher;
import dev.pixapi.file.ReadFile;
import dev.pixapi.media.MediaStore;
import dev.pixapi.media.MediaUrls;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** A store that has nothing, for images that come within the request. */
final class EmptyStore implements MediaStore, MediaUrls {
    /** Reads what is inline; whatever else it is asked for fails the test. */
    static SourceReader reader() {
        var store = new EmptyStore();
        var links = new LinkReader(EmptyStore::noFetcher, store, store);
        return new SourceReader(new ReadFile(store, InstantSource.system()), links);
    }

    private static LinkFetcher noFetcher() {
        throw new AssertionError("nothing is to be fetched");
    }

    @Override
    public boolean putIfAbsent(String key, String mediaType, byte[] bytes) {
        throw new AssertionError("nothing is to be stored");
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> size(String key) {
        return Optional.empty();
    }

    @Override
    public void delete(String key) {}

    @Override
    public void deleteBelow(String prefix) {}

    @Override
    public URI of(String key) {
        return URI.create("https://media.example.com/" + key);
    }

    @Override
    public Optional<String> keyOf(String url) {
        return Optional.empty();
    }
}
