package dev.pixapi.media;

import java.net.URI;

/** Where a caller reads an image. */
public interface MediaUrls {
    URI of(String key);
}
