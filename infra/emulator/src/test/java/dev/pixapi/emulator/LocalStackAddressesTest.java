package dev.pixapi.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.testcontainers.utility.DockerImageName;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

import java.net.URI;
import java.util.Map;

/** What of {@link LocalStack} needs no container. */
class LocalStackAddressesTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:32768");

    private final LocalStack localStack =
            new LocalStack(ENDPOINT, new EmulatorClients(AnonymousCredentialsProvider.create()));

    @Test
    void theApiIsReachedByItsPath() {
        assertEquals(
                "http://127.0.0.1:32768/_aws/execute-api/ab12cd/emulator",
                deployed("https://ab12cd.execute-api.us-east-1.amazonaws.com:4566/emulator/")
                        .api());
    }

    @Test
    void anAddressOfAnotherKindIsToldInsteadOfTried() {
        assertThrows(IllegalStateException.class, () -> deployed("https://api.example.com/v1/"));
    }

    @Test
    void aSignedUrlIsReadThroughTheMappedPort() {
        var signed =
                URI.create(
                        "http://localhost.localstack.cloud:4566/media/images/a%20b?X-Amz-Date=1");
        assertEquals(
                URI.create("http://127.0.0.1:32768/media/images/a%20b?X-Amz-Date=1"),
                deployed("https://a.execute-api.us-east-1.amazonaws.com/emulator/")
                        .media()
                        .apply(signed));
    }

    @Test
    void anImageOfAnotherNameStandsForLocalStack() {
        var image = LocalStack.image(Map.of("PIXAPI_LOCALSTACK_IMAGE", "example/emulator:1"));
        assertEquals("example/emulator:1", image.asCanonicalNameString());
        image.assertCompatibleWith(DockerImageName.parse("localstack/localstack"));
        assertEquals(
                "localstack/localstack:4.14.0", LocalStack.image(Map.of()).asCanonicalNameString());
    }

    private Deployed deployed(String url) {
        return localStack.deployed(Map.of("ApiUrl", url, "ProvisionFunction", "provision:live"));
    }
}
