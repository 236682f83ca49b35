package dev.pixapi.form;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.form.Form.FilePart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads a form: multipart/form-data in UTF-8, at most 64 parts, texts of at most 256 KB. The name
 * of a part alone tells whether it is a file; a part that nobody can want (a file of another name)
 * is skipped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
public final class FormReader {
    /** Twice the longest prompt in UTF-8. */
    static final int LONGEST_TEXT = 256 * 1024;

    private final Predicate<String> isFile;
    private final Iterator<Integer> lengths;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<FilePart> files = new ArrayList<>();

    private FormReader(Predicate<String> isFile, List<Integer> lengths) {
        this.isFile = isFile;
        this.lengths = lengths.iterator();
    }

    /**
     * Goes through the body twice: the first time finds what is malformed and how long each part
     * is, so that a large file is copied once, into an array of its size.
     *
     * @param isFile tells by a part's name whether it is a file
     * @throws ApiException when the body is no such form, or a text is too long or no UTF-8
     */
    public static Form read(HttpRequest request, Predicate<String> isFile) {
        var boundary = Boundary.of(request);
        var parts = new Parts(request.body(), boundary);
        var lengths = new ArrayList<Integer>();
        parts.forEach((_, content) -> lengths.add(length(content)));
        var reader = new FormReader(isFile, lengths);
        parts.forEach((head, content) -> reader.add(head, content, reader.lengths.next()));
        return new Form(reader.fields, reader.files);
    }

    private static int length(InputStream content) throws IOException {
        return Math.toIntExact(content.transferTo(OutputStream.nullOutputStream()));
    }

    private void add(PartHead head, InputStream content, int length) throws IOException {
        if (isFile.test(head.name())) {
            files.add(
                    new FilePart(head.name(), head.fileName().orElse(""), bytes(content, length)));
        } else if (length <= LONGEST_TEXT) {
            addText(head, bytes(content, length));
        } else if (head.fileName().isEmpty()) {
            throw Parameters.invalid(
                    head.name(), "must be at most " + LONGEST_TEXT / 1024 + " KB of text");
        }
    }

    private void addText(PartHead head, byte[] bytes) {
        var text = Utf8.text(bytes);
        text.ifPresent(value -> fields.put(head.name(), value));
        if (text.isEmpty() && head.fileName().isEmpty()) {
            throw Parameters.invalid(head.name(), "must be text in UTF-8");
        }
    }

    private static byte[] bytes(InputStream content, int length) throws IOException {
        var bytes = new byte[length];
        content.readNBytes(bytes, 0, length);
        return bytes;
    }
}
