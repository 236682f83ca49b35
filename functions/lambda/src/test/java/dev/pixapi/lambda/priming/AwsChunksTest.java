package dev.pixapi.lambda.priming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class AwsChunksTest {
    /** Unsigned, as over TLS, and signed, as to an endpoint without it. */
    @ParameterizedTest
    @ValueSource(strings = {"", ";chunk-signature=0a1b"})
    void chunksAreJoinedWithoutWhatStandsBetween(String signature) {
        var sent =
                "6%1$s\r\nin two\r\nA%1$s\r\n pieces\r\n.\r\n0%1$s\r\nx-amz-checksum-crc32:AA==\r\n\r\n"
                        .formatted(signature);
        var joined = AwsChunks.joined(sent.getBytes(StandardCharsets.US_ASCII));
        assertEquals("in two pieces\r\n.", new String(joined, StandardCharsets.US_ASCII));
    }
}
