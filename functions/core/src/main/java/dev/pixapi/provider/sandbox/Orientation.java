package dev.pixapi.provider.sandbox;

import dev.pixapi.image.Dimensions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a photo has to be turned before it is looked at, from the Exif data of a JPEG.
 *
 * @param code 1 to 8 as in Exif; 1 leaves the picture as it is
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf">Exif 2.32,
 *     4.6.4 A</a>
 */
record Orientation(int code) {
    static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;

    /** Upright where nothing else is said, or the data make no sense. */
    static Orientation of(byte[] jpeg) {
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 4 <= jpeg.length && jpeg[at] == (byte) 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            int length = bytes.getShort(at + 2) & 0xffff;
            int end = at + 2 + length;
            if (marker == 0xda || length < 2 || end > jpeg.length) {
                return UPRIGHT;
            }
            if (marker == 0xe1 && isExif(bytes, at + 4, end)) {
                return inTiff(bytes.slice(at + 10, end - at - 10));
            }
            at = end;
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer bytes, int at, int end) {
        return at + 6 <= end && bytes.getInt(at) == 0x45786966 && bytes.getShort(at + 4) == 0;
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + 12L * i;
            if (at + 12 > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) at) & 0xffff) == TAG) {
                int code = tiff.getShort((int) at + 8);
                return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** True when width and height change places. */
    boolean isLying() {
        return code >= 5;
    }

    Dimensions upright(Dimensions lying) {
        return isLying()
                ? new Dimensions(/* width= */ lying.height(), /* height= */ lying.width())
                : lying;
    }

    Pixels upright(Pixels lying) {
        if (code == 1) {
            return lying;
        }
        Pixels upright =
                isLying()
                        ? new Pixels(/* width= */ lying.height(), /* height= */ lying.width())
                        : new Pixels(lying.width(), lying.height());
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++) {
                upright.argb()[y * upright.width() + x] = from(lying, x, y);
            }
        }
        return upright;
    }

    private int from(Pixels lying, int x, int y) {
        int right = lying.width() - 1;
        int bottom = lying.height() - 1;
        return switch (code) {
            case 2 -> lying.at(right - x, y);
            case 3 -> lying.at(right - x, bottom - y);
            case 4 -> lying.at(x, bottom - y);
            case 5 -> lying.at(y, x);
            case 6 -> lying.at(y, bottom - x);
            case 7 -> lying.at(right - y, bottom - x);
            default -> lying.at(right - y, x);
        };
    }
}
