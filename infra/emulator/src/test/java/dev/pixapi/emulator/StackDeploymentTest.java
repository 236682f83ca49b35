package dev.pixapi.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.embedded.EmbeddedServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The deployment to LocalStack, as far as it goes without: S3 is real, CloudFormation a double. */
class StackDeploymentTest {
    private EmbeddedServers servers;
    private CloudFormationDouble cloudFormation;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        servers = EmbeddedServers.start(Optional.empty());
        cloudFormation = new CloudFormationDouble(servers.s3());
    }

    @AfterEach
    void stop() throws IOException {
        cloudFormation.close();
        servers.close();
    }

    @Test
    void theTemplateAndItsJarAreUploadedAndTheOutputsRead() {
        assertEquals(Map.of("ApiUrl", "an-address"), deployment().deploy());
    }

    @Test
    void aStackThatCannotBeMadeSaysWhy() {
        var jar =
                new Assets("000000000000", "us-east-1")
                        .all().stream()
                                .filter(asset -> asset.path().endsWith(".jar"))
                                .findAny()
                                .orElseThrow();
        cloudFormation.lose(jar);
        var failure = assertThrows(IllegalStateException.class, () -> deployment().deploy());
        assertTrue(
                failure.getMessage().contains("Generate: " + jar.bucket() + "/" + jar.key()),
                failure::getMessage);
    }

    private StackDeployment deployment() {
        var clients = new EmulatorClients(servers.credentials());
        return new StackDeployment(
                servers.s3(),
                clients.cloudFormation(cloudFormation.url()),
                servers.s3Endpoint().toString(),
                Duration.ofMillis(10));
    }
}
