package dev.pixapi.simulation.world;

import dev.pixapi.media.MediaUrls;

import java.net.URI;
import java.util.Optional;

/** Nobody follows a link in a history. */
final class NoLinks implements MediaUrls {
    @Override
    public URI of(String key) {
        throw new IllegalStateException("nobody is shown " + key);
    }

    @Override
    public Optional<String> keyOf(String url) {
        return Optional.empty();
    }
}
