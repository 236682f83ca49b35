package dev.pixapi.provider.openai;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A multipart/form-data body (RFC 7578) that is sent piece by piece from where its files lie: they
 * may be many megabytes.
 */
final class MultipartBody {
    private final String boundary;
    private final List<byte[]> pieces = new ArrayList<>();

    /**
     * @param boundary occurs in no value; callers must not be able to guess it
     */
    MultipartBody(String boundary) {
        this.boundary = boundary;
    }

    /**
     * @param name plain, as are all names and types here: none is a caller's
     */
    void text(String name, String value) {
        add("form-data; name=\"" + name + "\"\r\n\r\n" + value);
    }

    void file(String name, String filename, String type, byte[] bytes) {
        add(
                "form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(name, filename, type));
        pieces.add(bytes);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole body, when every part was added. */
    BodyPublisher publisher() {
        var whole = new ArrayList<>(pieces);
        whole.add(utf8("\r\n--" + boundary + "--\r\n"));
        var length = whole.stream().mapToLong(piece -> piece.length).sum();
        // The publisher of byte arrays would copy a whole array before it sends the first byte.
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> stream(whole)), length);
    }

    private static InputStream stream(List<byte[]> pieces) {
        return new SequenceInputStream(
                Collections.enumeration(pieces.stream().map(ByteArrayInputStream::new).toList()));
    }

    /** What stands before a part is the delimiter, whose line break belongs to it. */
    private void add(String dispositionAndValue) {
        var delimiter = (pieces.isEmpty() ? "--" : "\r\n--") + boundary;
        pieces.add(utf8(delimiter + "\r\nContent-Disposition: " + dispositionAndValue));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
