package dev.pixapi.media;

import java.net.URI;
import java.util.Optional;

/** Where a caller reads an image. */
public interface MediaUrls {
    URI of(String key);

    /** The name of an image in a URL that this one gave; empty for any other URL. */
    Optional<String> keyOf(String url);
}
