package dev.pixapi.lambda.wiring;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class SettingsTest {
    @Test
    void anEmptyEnvironmentHasTheStandards() {
        var settings = settings(Map.of());
        assertEquals(Duration.ofSeconds(60), settings.tasks().lease());
        assertEquals(Duration.ofSeconds(20), settings.tasks().heartbeat());
        assertEquals(2, settings.tasks().mostAttempts());
        assertEquals(Duration.ofHours(1), settings.tasks().deadline());
        assertEquals(Duration.ofSeconds(30), settings.tasks().resend());
        assertEquals(Duration.ofSeconds(230), settings.tasks().providerTimeout());
        assertEquals(Duration.ofSeconds(5), settings.providers().connectTimeout());
        assertEquals(Duration.ofHours(1), settings.media().life());
        assertEquals(Optional.empty(), settings.media().url());
        assertEquals(Optional.empty(), settings.catalog());
        assertEquals(Optional.empty(), settings.metricsNamespace());
        assertTrue(settings.streaming());
        assertFalse(settings.providers().areAnySetUp());
    }

    @ParameterizedTest
    @EnumSource
    void aBlankVariableIsAsIfItWereNotSet(Setting setting) {
        for (var blank : new String[] {"", " ", "\t"}) {
            assertEquals(settings(Map.of()), settings(Map.of(setting.name(), blank)));
        }
    }

    @Test
    void whatIsSetCounts() {
        var settings =
                settings(
                        Map.of(
                                "PIXAPI_LEASE_SECONDS", "2.5",
                                "PIXAPI_HEARTBEAT_SECONDS", "0.25",
                                "PIXAPI_STREAMING", "off",
                                "PIXAPI_MEDIA_URL", "https://cdn.example/",
                                "PIXAPI_CATALOG", "own.json",
                                "OPENAI_BASE_URL", "http://127.0.0.1:9/v1"));
        assertEquals(Duration.ofMillis(2_500), settings.tasks().lease());
        assertEquals(Duration.ofMillis(250), settings.tasks().heartbeat());
        assertFalse(settings.streaming());
        assertEquals(Optional.of("https://cdn.example/"), settings.media().url());
        assertEquals(Optional.of(Path.of("own.json")), settings.catalog());
        assertEquals(
                URI.create("http://127.0.0.1:9/v1"),
                settings.providers().openAi().orElseThrow().base());
        assertTrue(settings.providers().openAi().isPresent());
    }

    /** Each variable with values that are just within its limits. */
    @ParameterizedTest
    @CsvSource({
        "PIXAPI_LEASE_SECONDS, 900",
        "PIXAPI_LEASE_SECONDS, 40",
        "PIXAPI_HEARTBEAT_SECONDS, 30",
        "PIXAPI_HEARTBEAT_SECONDS, 0.001",
        "PIXAPI_MAX_ATTEMPTS, 1",
        "PIXAPI_MAX_ATTEMPTS, 5",
        "PIXAPI_DEADLINE_SECONDS, 86400",
        "PIXAPI_DEADLINE_SECONDS, 230.001",
        "PIXAPI_RESEND_SECONDS, 900",
        "PIXAPI_RESEND_SECONDS, 0.5",
        "PIXAPI_PROVIDER_TIMEOUT_SECONDS, 240",
        "PIXAPI_PROVIDER_TIMEOUT_SECONDS, 0.5",
        "PIXAPI_CONNECT_TIMEOUT_SECONDS, 30",
        "PIXAPI_MEDIA_URL_SECONDS, 604800",
        "PIXAPI_MEDIA_URL_SECONDS, 60",
        "PIXAPI_METRICS_NAMESPACE, Pixapi-prod/eu",
        "PIXAPI_STREAMING, on",
        "PIXAPI_STREAMING, off",
    })
    void aValueWithinTheLimitsIsTaken(String variable, String value) {
        assertDoesNotThrow(() -> settings(Map.of(variable, value)));
    }

    /** Each variable with values beyond its limits, and with what is no value at all. */
    @ParameterizedTest
    @CsvSource({
        "PIXAPI_LEASE_SECONDS, 901",
        "PIXAPI_LEASE_SECONDS, 0",
        "PIXAPI_LEASE_SECONDS, -1",
        "PIXAPI_LEASE_SECONDS, 60s",
        "PIXAPI_LEASE_SECONDS, 1e999999999",
        "PIXAPI_HEARTBEAT_SECONDS, 451",
        "PIXAPI_HEARTBEAT_SECONDS, 0",
        "PIXAPI_HEARTBEAT_SECONDS, 0.0001",
        "PIXAPI_HEARTBEAT_SECONDS, x",
        "PIXAPI_MAX_ATTEMPTS, 0",
        "PIXAPI_MAX_ATTEMPTS, 6",
        "PIXAPI_MAX_ATTEMPTS, 1.5",
        "PIXAPI_MAX_ATTEMPTS, two",
        "PIXAPI_DEADLINE_SECONDS, 86401",
        "PIXAPI_DEADLINE_SECONDS, 0",
        "PIXAPI_RESEND_SECONDS, 901",
        "PIXAPI_RESEND_SECONDS, 0",
        "PIXAPI_PROVIDER_TIMEOUT_SECONDS, 241",
        "PIXAPI_PROVIDER_TIMEOUT_SECONDS, 0",
        "PIXAPI_CONNECT_TIMEOUT_SECONDS, 31",
        "PIXAPI_CONNECT_TIMEOUT_SECONDS, 0",
        "PIXAPI_CONNECT_TIMEOUT_SECONDS, 1e-999999999",
        "PIXAPI_MEDIA_URL_SECONDS, 604801",
        "PIXAPI_MEDIA_URL_SECONDS, 59",
        "PIXAPI_STREAMING, yes",
        "PIXAPI_STREAMING, true",
        "OPENAI_BASE_URL, http://a b",
        "OPENAI_BASE_URL, not-a-url",
        "OPENAI_BASE_URL, ftp://127.0.0.1/",
        "GEMINI_BASE_URL, not-a-url",
        "AZURE_OPENAI_ENDPOINT, acme",
        "PIXAPI_BEDROCK_URL, ftp://127.0.0.1/",
        "PIXAPI_BEDROCK_REGION, evil.example/",
        "PIXAPI_BEDROCK_REGION, US-WEST-2",
        "PIXAPI_BEDROCK_REGION, west",
        "PIXAPI_METRICS_NAMESPACE, AWS:Lambda",
        "PIXAPI_METRICS_NAMESPACE, a stack",
    })
    void aValueBeyondTheLimitsIsRefusedByTheVariablesName(String variable, String value) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> settings(Map.of(variable, value)));
        assertTrue(refusal.getMessage().contains(variable), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "PIXAPI_HEARTBEAT_SECONDS, 31, heartbeat",
        "PIXAPI_LEASE_SECONDS, 39, lease",
        "PIXAPI_DEADLINE_SECONDS, 230, deadline",
    })
    void timesThatContradictEachOtherAreRefused(String variable, String value, String word) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> settings(Map.of(variable, value)));
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENAI_API_KEY", "GEMINI_API_KEY", "AZURE_OPENAI_API_KEY"})
    void noTextOfTheSettingsShowsAKey(String variable) {
        var environment =
                new Environment(
                        Map.of(
                                variable,
                                "sk-very-secret",
                                "AZURE_OPENAI_ENDPOINT",
                                "https://acme.openai.azure.com"));
        var settings = Settings.of(environment);
        var providers = settings.providers();
        assertTrue(
                Stream.of(providers.openAi(), providers.gemini(), providers.azure())
                        .flatMap(Optional::stream)
                        .anyMatch(way -> way.key().equals("sk-very-secret")));
        assertFalse(settings.toString().contains("very"), settings.toString());
        assertFalse(environment.toString().contains("very"), environment.toString());
    }

    @Test
    void aKeyAloneReachesOpenAiAndGeminiButNotAzure() {
        var providers =
                settings(
                                Map.of(
                                        "OPENAI_API_KEY", "a",
                                        "GEMINI_API_KEY", "b",
                                        "AZURE_OPENAI_API_KEY", "c"))
                        .providers();
        assertEquals(
                "https://api.openai.com/v1", providers.openAi().orElseThrow().base().toString());
        assertEquals(
                "https://generativelanguage.googleapis.com/v1beta",
                providers.gemini().orElseThrow().base().toString());
        assertEquals(Optional.empty(), providers.azure());
        assertEquals(Optional.empty(), providers.bedrock());
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_API_KEY, a, true",
        "OPENAI_BASE_URL, http://127.0.0.1:9/v1, true",
        "GEMINI_API_KEY, a, true",
        "GEMINI_BASE_URL, http://127.0.0.1:9, true",
        "AZURE_OPENAI_ENDPOINT, https://acme.openai.azure.com, true",
        "AZURE_OPENAI_API_KEY, a, false",
        "PIXAPI_BEDROCK_REGION, us-west-2, true",
        "PIXAPI_BEDROCK_URL, http://127.0.0.1:9, false",
    })
    void aLiveKeyIsOfUseAsSoonAsOneProviderIsSetUp(String variable, String value, boolean any) {
        assertEquals(any, settings(Map.of(variable, value)).providers().areAnySetUp());
    }

    @Test
    void bedrockHasTheAddressOfItsRegionOrTheOneThatIsGiven() {
        var region = Map.of("PIXAPI_BEDROCK_REGION", "us-west-2");
        assertEquals(
                "https://bedrock-runtime.us-west-2.amazonaws.com",
                settings(region).providers().bedrock().orElseThrow().base().toString());
        var given = new HashMap<>(region);
        given.put("PIXAPI_BEDROCK_URL", "http://127.0.0.1:9");
        assertEquals(
                "http://127.0.0.1:9",
                settings(given).providers().bedrock().orElseThrow().base().toString());
    }

    @Test
    void aFunctionKnowsTheResourcesThatItWasGivenAndNoOthers() {
        var environment = new Environment(Map.of("PIXAPI_TABLE_TASKS", "stack-tasks-1"));
        assertEquals("stack-tasks-1", environment.physicalName(Resources.TASKS));
        assertTrue(environment.knows(Resources.TASKS));
        assertFalse(environment.knows(Resources.PROVIDER_KEYS));
        var without = new Environment(Map.of("PIXAPI_SECRET_PROVIDER_KEYS", ""));
        assertFalse(without.knows(Resources.PROVIDER_KEYS));
        var refusal =
                assertThrows(
                        IllegalStateException.class,
                        () -> environment.physicalName(Resources.PROVIDER_KEYS));
        assertTrue(refusal.getMessage().contains("PIXAPI_SECRET_PROVIDER_KEYS"));
    }

    private static Settings settings(Map<String, String> variables) {
        return Settings.of(new Environment(variables));
    }
}
