package dev.pixapi.file;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.image.InputLimits;

import java.util.regex.Pattern;

/** What the bytes of a file are. */
public sealed interface Content {
    long bytes();

    ImageFormat format();

    /** Bytes that were looked at when they came. */
    record Inspected(long bytes, ImageInfo info) implements Content {
        @Override
        public ImageFormat format() {
            return info.format();
        }
    }

    /**
     * What the caller says of bytes that go to the store directly: no others are taken.
     *
     * @param sha256 of the bytes, 64 hexadecimal digits in lower case
     */
    record Declared(long bytes, ImageFormat format, String sha256) implements Content {
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        public Declared {
            if (bytes < 1 || bytes > InputLimits.MOST_BYTES) {
                throw new IllegalArgumentException("a file has 1 byte to 50 MB");
            }
            if (!SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
            }
        }
    }
}
