package dev.pixapi.lambda.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which providers are set up, by the environment and by a secret that a server has. */
class ProvidersTest {
    private HttpServer secrets;
    private String secret = "{}";

    @BeforeEach
    void start() throws IOException {
        secrets = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secrets.createContext("/", this::answer);
        secrets.start();
    }

    @AfterEach
    void stop() {
        secrets.stop(0);
    }

    @Test
    void withoutASettingThereIsNoProvider() {
        assertEquals(Set.of(), names(Map.of()));
    }

    @Test
    void theEnvironmentSetsProvidersUp() {
        assertEquals(
                Set.of("openai", "gemini", "azure", "bedrock"),
                names(
                        Map.of(
                                "OPENAI_API_KEY", "a",
                                "GEMINI_API_KEY", "b",
                                "AZURE_OPENAI_ENDPOINT", "https://acme.openai.azure.com",
                                "PIXAPI_BEDROCK_REGION", "us-west-2")));
    }

    @Test
    void theSecretSetsProvidersUpWhoseKeysNoEnvironmentShows() {
        secret =
                Json.write(
                        Map.of(
                                "OPENAI_API_KEY", "a",
                                "GEMINI_API_KEY", "b",
                                "AZURE_OPENAI_ENDPOINT", "https://acme.openai.azure.com",
                                "AZURE_OPENAI_API_KEY", "c"));

        assertEquals(Set.of("openai", "gemini", "azure"), names(withSecret(Map.of())));
    }

    @Test
    void anEmptySecretLeavesWhatTheEnvironmentSays() {
        assertEquals(
                Set.of("bedrock"), names(withSecret(Map.of("PIXAPI_BEDROCK_REGION", "eu-west-1"))));
    }

    /** A role's rights are the stage's: a region elsewhere would only be refused. */
    @Test
    void theSecretSetsNothingButWhatBelongsThere() {
        secret = Json.write(Map.of("PIXAPI_BEDROCK_REGION", "us-west-2"));

        assertEquals(Set.of(), names(withSecret(Map.of())));
    }

    @Test
    void aSecretThatIsNoObjectIsRefusedAndNotShown() {
        secret = "sk-very-secret";

        var refusal = assertThrows(IllegalStateException.class, () -> names(withSecret(Map.of())));

        assertFalse(refusal.getMessage().contains("very"), refusal.getMessage());
    }

    private static Map<String, String> withSecret(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.put("PIXAPI_SECRET_PROVIDER_KEYS", "arn:of:the:secret");
        return all;
    }

    private Set<String> names(Map<String, String> variables) {
        return Providers.setUp(new Environment(variables), clients()).keySet();
    }

    private AwsClients clients() {
        return new AwsClients(
                ProvidersTest::none,
                ProvidersTest::none,
                ProvidersTest::none,
                ProvidersTest::none,
                this::client,
                AnonymousCredentialsProvider::create);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // It returns nothing.
    private static <T> T none() {
        throw new AssertionError("nobody asked for this client");
    }

    private SecretsManagerClient client() {
        return AwsClients.plain(SecretsManagerClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:" + secrets.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var known = asked.contains("arn:of:the:secret");
            var body = Json.bytes(known ? Map.of("SecretString", secret) : Map.of());
            exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(known ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
