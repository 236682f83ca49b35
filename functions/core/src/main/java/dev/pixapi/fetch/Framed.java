package dev.pixapi.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * A body whose end is announced: by its length, or by the last of its chunks. It fails if the
 * connection ends before.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, chunks</a>
 */
final class Framed extends InputStream {
    /** Of the line before a chunk; the number has 8 digits, extensions are hardly ever used. */
    private static final int LONGEST_LINE = 256;

    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,8})[ \\t]*(?:;.*)?");

    private final InputStream in;
    private final boolean chunked;

    /** Of the chunk, or of the whole. */
    private long left;

    private Framed(InputStream in, boolean chunked, long left) {
        this.in = in;
        this.chunked = chunked;
        this.left = left;
    }

    static Framed whole(InputStream in, long length) {
        return new Framed(in, false, length);
    }

    static Framed chunked(InputStream in) throws IOException {
        var body = new Framed(in, true, 0);
        body.beginChunk();
        return body;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        var read = in.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException();
        }
        left -= read;
        if (left == 0 && chunked) {
            endChunk();
            beginChunk();
        }
        return read;
    }

    /** The last one has no bytes; what may come after it is not wanted. */
    private void beginChunk() throws IOException {
        var size = SIZE.matcher(new Lines(in, LONGEST_LINE, malformed()).next());
        if (!size.matches()) {
            throw malformed();
        }
        left = Long.parseLong(size.group(1), 16);
    }

    private void endChunk() throws IOException {
        if (!new Lines(in, 1, malformed()).next().isEmpty()) {
            throw malformed();
        }
    }

    private static FetchRefused malformed() {
        return new FetchRefused("answered with chunks that are not well-formed");
    }
}
