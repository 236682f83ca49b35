package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.Headers;

import dev.pixapi.local.Preconditions.Validators;
import dev.pixapi.local.Preconditions.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Optional;

/** Conditions on an object with the tag "a", changed on Tuesday at noon and a fraction. */
class PreconditionsTest {
    private static final Validators OBJECT =
            new Validators("\"a\"", Instant.parse("2026-11-03T12:00:00.5Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "If-Match: \"a\" | SEND",
                "If-Match: * | SEND",
                "If-Match: \"b\", \"a\" | SEND",
                "If-Match: \"b\" | FAILED",
                "If-Match: a | FAILED",
                "If-None-Match: \"a\" | NOT_MODIFIED",
                "If-None-Match: W/\"a\" | NOT_MODIFIED",
                "If-None-Match: \"b\", \"a\" | NOT_MODIFIED",
                "If-None-Match: * | NOT_MODIFIED",
                "If-None-Match: \"b\" | SEND",
                "If-Modified-Since: Tue, 03 Nov 2026 12:00:00 GMT | NOT_MODIFIED",
                "If-Modified-Since: Tue, 03 Nov 2026 12:00:01 GMT | NOT_MODIFIED",
                "If-Modified-Since: Tue, 03 Nov 2026 11:59:59 GMT | SEND",
                "If-Modified-Since: yesterday | SEND",
                "If-Unmodified-Since: Tue, 03 Nov 2026 12:00:00 GMT | SEND",
                "If-Unmodified-Since: Tue, 03 Nov 2026 11:59:59 GMT | FAILED",
                "If-Unmodified-Since: 2026-11-01 | SEND",
            })
    void aConditionDecides(String header, Verdict verdict) {
        assertEquals(verdict, new Preconditions(headers(header)).verdict(OBJECT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // A tag is surer than a time.
                "If-Match: \"a\" | If-Unmodified-Since: Tue, 03 Nov 2026 11:59:59 GMT | SEND",
                "If-None-Match: \"b\" | If-Modified-Since: Tue, 03 Nov 2026 12:00:00 GMT | SEND",
                "If-None-Match: \"a\" | If-Modified-Since: Tue, 03 Nov 2026 11:59:59 GMT |"
                        + " NOT_MODIFIED",
                // What must not be is looked at first.
                "If-Match: \"b\" | If-None-Match: \"a\" | FAILED",
                "If-Match: \"a\" | If-None-Match: \"a\" | NOT_MODIFIED",
            })
    void ofTwoConditionsTheSurerDecides(String one, String other, Verdict verdict) {
        assertEquals(verdict, new Preconditions(headers(one, other)).verdict(OBJECT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "If-Range: \"a\" | true",
                "If-Range: \"b\" | false",
                "If-Range: W/\"a\" | false",
                "If-Range: Tue, 03 Nov 2026 12:00:00 GMT | true",
                "If-Range: Tue, 03 Nov 2026 12:00:01 GMT | false",
                "If-Range: nonsense | false",
                "If-Nothing: x | true",
            })
    void aRangeGoesWithOneVersion(String header, boolean ranged) {
        var asked = new Preconditions(headers("Range: bytes=0-1", header)).range(OBJECT);
        assertEquals(ranged ? Optional.of("bytes=0-1") : Optional.empty(), asked);
    }

    private static Headers headers(String... lines) {
        var headers = new Headers();
        for (var line : lines) {
            var parts = line.strip().split(": ", 2);
            headers.add(parts[0], parts[1].strip());
        }
        return headers;
    }
}
