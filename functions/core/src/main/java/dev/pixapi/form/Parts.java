package dev.pixapi.form;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;

import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a form's body, found by Commons FileUpload's innermost parser: the layers around it
 * know servlets, factories and files, and none of these is wanted here.
 */
record Parts(byte[] body, byte[] boundary) {
    private static final int MOST = 64;
    private static final int LONGEST_HEAD = 4 * 1024;

    /** Takes a part; what it leaves unread is skipped. */
    interface Visitor {
        void visit(PartHead head, InputStream content) throws IOException;
    }

    /**
     * @throws ApiException for the first fault of the body
     */
    void forEach(Visitor visitor) {
        try {
            var input = input();
            if (!input.skipPreamble()) {
                throw malformed("has no parts between the boundaries that its Content-Type names");
            }
            var count = 0;
            do {
                if (++count > MOST) {
                    throw malformed("has more than " + MOST + " parts");
                }
                var head = PartHead.of(input.readHeaders());
                try (var content = input.newInputStream()) {
                    visitor.visit(head, content);
                }
            } while (input.readBoundary());
        } catch (FileUploadSizeException _) {
            throw malformed("has a part whose headers are longer than 4 KB");
        } catch (IOException _) {
            throw malformed("is cut off: its last boundary is missing, or one is malformed");
        }
    }

    /** Headers are read byte by byte, and understood by {@link PartHead}. */
    private MultipartInput input() throws IOException {
        var input =
                MultipartInput.builder()
                        .setInputStream(new ByteArrayInputStream(body))
                        .setBoundary(boundary)
                        .setMaxPartHeaderSize(LONGEST_HEAD)
                        .get();
        input.setHeaderCharset(StandardCharsets.ISO_8859_1);
        return input;
    }

    static ApiException malformed(String what) {
        return ApiException.of(ErrorCode.INVALID_VALUE, "The form " + what + ".");
    }
}
