package dev.pixapi.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Whatever a server says: bytes within the limit, a refusal, or an end too early. */
class AnswerFuzzTest {
    private static final int MOST = 1_000;

    @DictionaryEntries({
        "HTTP/1.1 200 OK\\x0D\\x0A",
        "Content-Length: ",
        "Transfer-Encoding: chunked\\x0D\\x0A",
        "Content-Encoding: gzip",
        "Location: ",
        "\\x0D\\x0A\\x0D\\x0A",
        "0\\x0D\\x0A"
    })
    @FuzzTest
    void anAnswerIsReadOrRefused(byte[] bytes) throws IOException {
        var counted = new AtomicInteger();
        try {
            var answer = Answer.read(new ByteArrayInputStream(bytes));
            var body = new Metered(answer.body(MOST), MOST, counted::addAndGet).readAllBytes();
            assertEquals(200, answer.status());
            assertEquals(body.length, counted.get());
            assertTrue(body.length < bytes.length, "there was a head before it");
        } catch (FetchRefused | EOFException _) {
            assertTrue(counted.get() <= MOST, counted::toString);
        }
    }
}
