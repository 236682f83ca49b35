package dev.pixapi.image;

import java.util.zip.CRC32;

/**
 * The bytes of a file up to an end, read only where there are any. Nothing is copied.
 *
 * @param end behind the last byte that counts; what a container claims, or the file's length
 */
record FileBytes(byte[] bytes, int end) {
    FileBytes(byte[] bytes) {
        this(bytes, bytes.length);
    }

    int u8(int at) throws Flaw {
        if (at < 0 || at >= end) {
            throw Flaw.cut();
        }
        return bytes[at] & 0xFF;
    }

    int u16(int at) throws Flaw {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) throws Flaw {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int le16(int at) throws Flaw {
        return u8(at) | u8(at + 1) << 8;
    }

    int le24(int at) throws Flaw {
        return le16(at) | u8(at + 2) << 16;
    }

    long le32(int at) throws Flaw {
        return le16(at) | (long) le16(at + 2) << 16;
    }

    /** The position behind so many bytes. They must all be there. */
    int skip(int at, long length) throws Flaw {
        if (length > end - at) {
            throw Flaw.cut();
        }
        return at + (int) length;
    }

    /** The first position from here on that is no padding: zeros and line ends. */
    int behindPadding(int at) {
        var here = at;
        while (here < bytes.length
                && (bytes[here] == 0 || bytes[here] == '\n' || bytes[here] == '\r')) {
            here++;
        }
        return here;
    }

    /**
     * Nothing may stand behind an image but padding, which some encoders and transports leave: a
     * file that is an image to one reader and an archive or a page to another is not passed on.
     */
    void endsAt(int at) throws Flaw {
        if (behindPadding(at) < bytes.length) {
            throw new Flaw("has something appended behind its end");
        }
    }

    long crc32(int from, int to) {
        var crc = new CRC32();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }
}
