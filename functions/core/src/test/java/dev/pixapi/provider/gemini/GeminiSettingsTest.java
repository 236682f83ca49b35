package dev.pixapi.provider.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

class GeminiSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org/v1beta",
        "https://example.org/, https://example.org/v1beta",
        "https://example.org/v1beta/, https://example.org/v1beta",
        "http://localhost:8080/google, http://localhost:8080/google"
    })
    void aBaseWithoutAPathGetsTheVersion(String given, String base) {
        assertEquals(URI.create(base), settings(given, "key").base());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org", "example.org", "https:///v1beta"})
    void aBaseThatIsNoHttpUrlIsRefused(String base) {
        assertThrows(IllegalArgumentException.class, () -> settings(base, "key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AIza SECRET", "AIza\nSECRET", "AIza\u00E9SECRET"})
    void aKeyThatNoHeaderCanHoldIsRefusedAndNotShown(String key) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> settings("https://example.org", key));

        assertFalse(refusal.getMessage().contains("SECRET"));
    }

    @Test
    void theKeyIsNotShown() {
        assertFalse(settings("https://example.org", "AIzaSECRET").toString().contains("SECRET"));
    }

    private static GeminiSettings settings(String base, String key) {
        return new GeminiSettings(URI.create(base), key, Duration.ofSeconds(1));
    }
}
