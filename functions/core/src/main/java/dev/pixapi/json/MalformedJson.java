package dev.pixapi.json;

import java.io.Serial;

/**
 * What was read is not the JSON that was asked for; the message says where, and never what stood
 * there.
 */
public final class MalformedJson extends Exception {
    @Serial private static final long serialVersionUID = 1;

    public MalformedJson(String message) {
        super(message, null, false, false);
    }
}
