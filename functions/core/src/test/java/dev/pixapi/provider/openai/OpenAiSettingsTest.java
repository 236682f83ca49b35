package dev.pixapi.provider.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

class OpenAiSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, https://api.openai.com/v1",
        "https://api.openai.com/v1/, https://api.openai.com/v1",
        "https://api.openai.com, https://api.openai.com/v1",
        "https://api.openai.com/, https://api.openai.com/v1",
        "http://localhost:8000, http://localhost:8000/v1",
        "https://acme.openai.azure.com/openai/v1//, https://acme.openai.azure.com/openai/v1"
    })
    void theBaseEndsWithItsPathAndHasTheVersionWhereItHasNoPath(URI given, URI base) {
        assertEquals(base, settings(given, "sk-1").base());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://api.openai.com/v1", "api.openai.com", "//api.openai.com", "/v1"})
    void onlyHttpIsSpoken(URI base) {
        assertThrows(IllegalArgumentException.class, () -> settings(base, "sk-1"));
    }

    @Test
    void theKeyIsNotShown() {
        assertFalse(settings(OpenAiSettings.OPENAI, "sk-secret").toString().contains("sk-secret"));
    }

    /** The HTTP client would refuse each call with a message that holds the whole header. */
    @ParameterizedTest
    @ValueSource(strings = {"sk-secret\n", "sk-secret\r\nX-Other: 1", "sk-secret\u20AC"})
    void aKeyThatCannotBeAHeaderIsRefusedAtTheStartAndNotShown(String key) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> settings(OpenAiSettings.OPENAI, key));

        assertFalse(refusal.getMessage().contains("cret"));
    }

    private static OpenAiSettings settings(URI base, String key) {
        return new OpenAiSettings(base, key, Duration.ofSeconds(1));
    }
}
