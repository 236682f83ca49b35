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
    private static final URI OPENAI = URI.create("https://api.openai.com/v1");

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
    @CsvSource({
        "https://acme.openai.azure.com, https://acme.openai.azure.com/openai/v1",
        "https://acme.openai.azure.com/, https://acme.openai.azure.com/openai/v1",
        "https://acme.openai.azure.com/openai/v1/, https://acme.openai.azure.com/openai/v1",
        "https://gateway.example/images, https://gateway.example/images"
    })
    void anAzureEndpointGetsItsPathWhereItHasNone(URI given, URI base) {
        assertEquals(base, OpenAiSettings.azure(given, "k", Duration.ofSeconds(1)).base());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://api.openai.com/v1", "api.openai.com", "//api.openai.com", "/v1"})
    void onlyHttpIsSpoken(URI base) {
        assertThrows(IllegalArgumentException.class, () -> settings(base, "sk-1"));
    }

    @Test
    void theKeyIsNotShown() {
        assertFalse(settings(OPENAI, "sk-secret").toString().contains("sk-secret"));
    }

    /** The HTTP client would refuse each call with a message that holds the whole header. */
    @ParameterizedTest
    @ValueSource(strings = {"sk-secret\n", "sk-secret\r\nX-Other: 1", "sk-secret\u20AC"})
    void aKeyThatCannotBeAHeaderIsRefusedAtTheStartAndNotShown(String key) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> settings(OPENAI, key));

        assertFalse(refusal.getMessage().contains("cret"));
    }

    private static OpenAiSettings settings(URI base, String key) {
        return OpenAiSettings.openAi(base, key, Duration.ofSeconds(1));
    }
}
