package dev.pixapi.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Counts what is read, and ends what becomes too much. */
final class Metered extends FilterInputStream {
    private static final int MEGABYTE = 1024 * 1024;

    private final int most;
    private final IntConsumer counted;
    private long read;

    Metered(InputStream in, int most, IntConsumer counted) {
        super(in);
        this.most = most;
        this.counted = counted;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var n = super.read(into, offset, length);
        if (n > 0) {
            read += n;
            if (read > most) {
                throw tooLarge(most);
            }
            counted.accept(n);
        }
        return n;
    }

    static FetchRefused tooLarge(int most) {
        return new FetchRefused("is larger than " + most / MEGABYTE + " MB");
    }
}
