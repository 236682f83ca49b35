package dev.pixapi.file;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The right to upload the bytes of one file, once: a PUT with these headers, which the signature
 * binds.
 */
public record Upload(URI url, Map<String, String> headers, Instant expires) {
    public Upload {
        // In one order, whatever process answers.
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}
