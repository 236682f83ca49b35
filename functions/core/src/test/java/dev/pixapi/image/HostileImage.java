package dev.pixapi.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is no image to take, made on purpose or by accident.
 *
 * @param reason what its sender is told, behind the parameter's name
 */
record HostileImage(String name, byte[] bytes, String reason) {
    static final String OURS = "; PNG, JPEG and WebP are taken";
    static final String CUT = "ends in the middle";
    static final String ANIMATED = "is animated; one picture is taken";
    static final String APPENDED = "has something appended behind its end";
    static final String NO_SIDE = "has a side of no pixels";

    /** Made once: some are large. */
    private static final List<HostileImage> ALL =
            Stream.of(HostileFiles.all(), HostilePngs.all(), HostileJpegs.all(), HostileWebps.all())
                    .flatMap(s -> s)
                    .toList();

    @Override
    public String toString() {
        return name;
    }

    static List<HostileImage> all() {
        return ALL;
    }

    static String side(String size) {
        return "is " + size + " pixels; a side has at most 16,384";
    }

    static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    static byte[] shorter(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    static byte[] with(byte[] file, String tail) {
        return join(file, latin1(tail));
    }

    static byte[] join(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
