package dev.pixapi.provider.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

class MultipartBodyTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aBodyIsItsPartsBetweenTheBoundaryAsRfc7578HasThem() {
        var body = new MultipartBody("b");
        body.text("prompt", "A lighthouse\r\nat dawn");
        body.file("image", "image.png", "image/png", bytes("PNG"));

        assertEquals("multipart/form-data; boundary=b", body.contentType());
        assertEquals(
                """
                --b
                Content-Disposition: form-data; name="prompt"

                A lighthouse
                at dawn
                --b
                Content-Disposition: form-data; name="image"; filename="image.png"
                Content-Type: image/png

                PNG
                --b--
                """
                        .replace("\n", "\r\n"),
                new String(sent(body.publisher()), StandardCharsets.UTF_8));
    }

    @Test
    void theLengthIsKnownBeforeAByteIsSent() {
        var body = new MultipartBody("b");
        body.text("prompt", "\uD83D\uDDFC");
        body.file("image", "image.png", "image/png", new byte[100_000]);

        assertEquals(sent(body.publisher()).length, body.publisher().contentLength());
    }

    @Test
    void aBodyCanBeSentTwice() {
        var body = new MultipartBody("b");
        body.text("prompt", "A lighthouse");
        var publisher = body.publisher();

        assertEquals(sent(publisher).length, sent(publisher).length);
    }

    /** What is sent is copied piece by piece; to make the body ready copies nothing. */
    @Test
    void toMakeABodyReadyCopiesNoFile() {
        var file = new byte[32 * MEGABYTE];
        var counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = counter.getCurrentThreadAllocatedBytes();

        var body = new MultipartBody("b");
        body.file("image", "image.png", "image/png", file);
        var publisher = body.publisher();

        assertTrue(counter.getCurrentThreadAllocatedBytes() - before < MEGABYTE);
        assertTrue(publisher.contentLength() > file.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sent(BodyPublisher publisher) {
        var collector = new Collector();
        publisher.subscribe(collector);
        return collector.bytes.toByteArray();
    }

    /** Publishers of streams deliver on the thread that asks. */
    private static final class Collector implements Flow.Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer next) {
            var piece = new byte[next.remaining()];
            next.get(piece);
            bytes.writeBytes(piece);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            // Whoever subscribed has all when it returns.
        }
    }
}
