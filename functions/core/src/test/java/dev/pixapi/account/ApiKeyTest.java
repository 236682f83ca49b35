package dev.pixapi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.random.RandomGenerator;

class ApiKeyTest {
    /** Its checksum was computed elsewhere: zlib's CRC-32, in base62. */
    private static final String KEY = "sk_test_k7Q2aaaaaa0123456789abcdefghijABCDEFGHIJxy1EDjb6";

    private static final String SECRET = "0123456789abcdefghijABCDEFGHIJxy";

    @Test
    void aKeyIsPrefixIdSecretAndChecksum() {
        var key = ApiKey.parse(KEY).orElseThrow();
        assertEquals(Mode.TEST, key.mode());
        assertEquals(new KeyId("k7Q2aaaaaa"), key.id());
        assertEquals(SECRET, key.secret());
        assertEquals(KEY, key.text());
    }

    @Test
    void theModeIsPartOfTheChecksum() {
        var live = "sk_live_k7Q2aaaaaa" + SECRET + "1aRD0Y";
        assertEquals(Mode.LIVE, ApiKey.parse(live).orElseThrow().mode());
        assertEquals(Optional.empty(), ApiKey.parse(KEY.replace("test", "live")));
    }

    @Test
    void whatIsKeptIsTheSha256OfTheSecret() {
        var key = ApiKey.parse(KEY).orElseThrow();
        var hash = "0ad4a863493ac4a5ae2456ef721d52e00d944d40f3641c4410bedb90214c9ff8";
        assertEquals(hash, key.secretHash());
        assertTrue(key.matches(hash));
        assertFalse(key.matches(hash.replace('0', '1')));
        assertFalse(key.matches(""));
    }

    @Test
    void anyOneWrongCharacterIsFound() {
        for (var at = 0; at < KEY.length(); at++) {
            for (var wrong : new char[] {'0', '1', 'A', 'b', 'z', '_', ' ', 'é', '\0'}) {
                if (KEY.charAt(at) != wrong) {
                    var text = KEY.substring(0, at) + wrong + KEY.substring(at + 1);
                    assertEquals(Optional.empty(), ApiKey.parse(text), text);
                }
            }
        }
    }

    @Test
    void twoNeighboursInTheWrongOrderAreFound() {
        for (var at = 0; at + 1 < KEY.length(); at++) {
            var swapped =
                    KEY.substring(0, at)
                            + KEY.charAt(at + 1)
                            + KEY.charAt(at)
                            + KEY.substring(at + 2);
            if (!swapped.equals(KEY)) {
                assertEquals(Optional.empty(), ApiKey.parse(swapped), swapped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "sk_test_", "sk_prod_", "null", "Bearer ", "sk_test_\n", "🦊"})
    void otherTextsAreNoKeys(String text) {
        assertEquals(Optional.empty(), ApiKey.parse(text));
        assertEquals(Optional.empty(), ApiKey.parse(text + KEY));
        assertEquals(Optional.empty(), ApiKey.parse(KEY + text));
    }

    @ParameterizedTest
    @EnumSource
    void aNewKeyHasItsFormAndIsNeverTheSame(Mode mode) {
        var random = RandomGenerator.of("L64X128MixRandom");
        var first = ApiKey.create(mode, random);
        assertEquals(56, first.text().length());
        assertTrue(first.text().startsWith("sk_" + mode.wireName() + "_" + first.id()));
        assertEquals(Optional.of(first), ApiKey.parse(first.text()));
        assertNotEquals(first, ApiKey.create(mode, random));
    }

    @Test
    void aKeyInALogShowsItsIdAndNoSecret() {
        var shown = "as in " + ApiKey.parse(KEY).orElseThrow();
        assertTrue(shown.contains("k7Q2aaaaaa"), shown);
        for (var at = 0; at + 4 <= SECRET.length(); at++) {
            assertFalse(shown.contains(SECRET.substring(at, at + 4)), shown);
        }
        assertFalse(shown.contains("1EDjb6"), shown);
    }
}
