package dev.pixapi.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines that HTTP is written in, up to so many bytes of all of them. */
final class Lines {
    private final InputStream in;
    private final FetchRefused tooLong;
    private int left;

    /**
     * @param tooLong what more than {@code most} bytes come to
     */
    Lines(InputStream in, int most, FetchRefused tooLong) {
        this.in = in;
        this.left = most;
        this.tooLong = tooLong;
    }

    /** Without its end, which is a line feed, mostly after a carriage return. */
    String next() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (--left < 0) {
                throw tooLong;
            }
            line.write(b);
        }
        var text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
