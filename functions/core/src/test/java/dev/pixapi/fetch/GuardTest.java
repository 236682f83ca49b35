package dev.pixapi.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The guard of {@link LinkFetcher#onTheInternet}, with the table's answers in place of DNS. */
class GuardTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9A-F]{4})");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "ssrf.csv", delimiter = '|', maxCharsPerColumn = 4_096)
    void itAdmitsPublicHostsOnly(String name, String url, String resolved, String verdict)
            throws FetchRefused {
        var expected = resolved.equals("-") ? List.<String>of() : List.of(resolved.split(" "));
        if (verdict.equals("allowed")) {
            var admitted = admit(unescaped(url), resolved);
            assertEquals(expected.isEmpty() ? 1 : expected.size(), admitted.size(), name);
            assertTrue(admitted.stream().allMatch(a -> a.getPort() == 443), name);
        } else {
            var refusal = assertThrows(FetchRefused.class, () -> admit(unescaped(url), resolved));
            assertTrue(refusal.getMessage().startsWith(verdict), refusal.getMessage());
        }
    }

    /** What is not public may not be told from what is not there. */
    @Test
    void aHiddenNameReadsLikeAMissingOne() {
        var hidden = assertThrows(FetchRefused.class, () -> admit("https://db.corp/", "10.0.0.1"));
        var missing = assertThrows(FetchRefused.class, () -> admit("https://db.corp/", "unknown"));
        assertEquals(missing.getMessage(), hidden.getMessage());
    }

    private static List<InetSocketAddress> admit(String url, String resolved) throws FetchRefused {
        var guard =
                new Guard(
                        new Lookup(_ -> addresses(resolved)),
                        new PublicAddresses(),
                        port -> port == 443);
        return guard.admit(Link.of(url), Deadline.in(SOON));
    }

    private static InetAddress[] addresses(String resolved) throws UnknownHostException {
        return switch (resolved) {
            case "-" -> throw new AssertionError("nobody was to be asked");
            case "none" -> new InetAddress[0];
            case "unknown" -> throw new UnknownHostException();
            default ->
                    Stream.of(resolved.split(" "))
                            .map(InetAddress::ofLiteral)
                            .toArray(InetAddress[]::new);
        };
    }

    private static String unescaped(String text) {
        return CODE_UNIT
                .matcher(text)
                .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)))
                .translateEscapes();
    }
}
