package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import dev.pixapi.form.Form;
import dev.pixapi.form.FormReader;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** What it costs to get from an event to a form; bytes that are allocated can be counted. */
class EditAllocationTest {
    private static final int LENGTH = 10_000_000;

    @Test
    void aFormOfTenMegabytesIsReadWithLessThanThreeAndAHalfTimesItsLength() throws IOException {
        var image = new byte[LENGTH];
        new Random(1).nextBytes(image);
        read(event(new byte[100]));
        var event = event(image);
        var before = allocated();
        var form = read(event);
        var allocated = allocated() - before;
        assertArrayEquals(image, form.files().getFirst().bytes());
        // The event in base64 is 1.33, the body 1, the image 1.
        assertTrue(allocated < 3.5 * LENGTH, () -> allocated + " bytes were allocated");
    }

    private static Form read(byte[] event) throws IOException {
        var request = ProxyEvent.read(new ByteArrayInputStream(event));
        return FormReader.read(request, "image"::equals);
    }

    private static byte[] event(byte[] image) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--b\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n"));
        body.writeBytes(image);
        body.writeBytes(utf8("\r\n--b--\r\n"));
        return utf8(
                """
                {"resource": "/v1/images/edits", "requestContext": {"requestId": "1"},
                 "headers": {"Content-Type": "multipart/form-data; boundary=b"},
                 "body": "%s", "isBase64Encoded": true}
                """
                        .formatted(Base64.getEncoder().encodeToString(body.toByteArray())));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
                .getCurrentThreadAllocatedBytes();
    }
}
