package dev.pixapi.lambda.priming;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The form in which the SDK sends an object of S3: chunks, each behind its length in hexadecimal
 * digits, and a checksum behind the last.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Streaming
 *     with trailing headers</a>
 */
final class AwsChunks {
    private static final int LINE_END = 2;

    private AwsChunks() {}

    static byte[] joined(byte[] chunks) {
        var object = new ByteArrayOutputStream();
        var at = 0;
        while (true) {
            var line = at;
            while (chunks[line] != '\r') {
                line++;
            }
            // Where chunks are signed one by one, the signature follows behind a semicolon.
            var head = new String(chunks, at, line - at, StandardCharsets.US_ASCII);
            var end = head.indexOf(';') < 0 ? head.length() : head.indexOf(';');
            var length = Integer.parseInt(head.substring(0, end), 16);
            if (length == 0) {
                return object.toByteArray();
            }
            object.write(chunks, line + LINE_END, length);
            at = line + LINE_END + length + LINE_END;
        }
    }
}
