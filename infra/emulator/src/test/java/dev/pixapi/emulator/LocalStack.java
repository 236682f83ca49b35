package dev.pixapi.emulator;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pixapi on LocalStack, and where LocalStack answers what the stack's outputs name.
 *
 * @param endpoint of all services, as seen from here
 */
record LocalStack(URI endpoint, EmulatorClients clients) {
    /** The last one that starts without a token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    /** Where LocalStack finds itself. */
    private static final String INSIDE = "http://localhost:4566";

    private static final Pattern API =
            Pattern.compile("https?://(\\w+)\\.execute-api\\.[^/]+/([^/]+)/");

    /**
     * @param environment may name another image by PIXAPI_LOCALSTACK_IMAGE, and its token by
     *     LOCALSTACK_AUTH_TOKEN
     */
    static LocalStackContainer container(Map<String, String> environment) {
        var container = new LocalStackContainer(image(environment));
        token(environment).ifPresent(token -> container.withEnv("LOCALSTACK_AUTH_TOKEN", token));
        return container
                // Java starts within seconds, on a busy machine within more than the standard 20.
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "120")
                .withStartupTimeout(Duration.ofMinutes(3));
    }

    static DockerImageName image(Map<String, String> environment) {
        return DockerImageName.parse(environment.getOrDefault("PIXAPI_LOCALSTACK_IMAGE", IMAGE))
                .asCompatibleSubstituteFor("localstack/localstack");
    }

    private static Optional<String> token(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("LOCALSTACK_AUTH_TOKEN"));
    }

    static LocalStack on(LocalStackContainer container) {
        var keys = AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey());
        return new LocalStack(
                container.getEndpoint(),
                new EmulatorClients(StaticCredentialsProvider.create(keys)));
    }

    Deployed deploy() {
        var deployment =
                new StackDeployment(
                        clients.s3(endpoint),
                        clients.cloudFormation(endpoint),
                        INSIDE,
                        Duration.ofSeconds(2));
        return deployed(deployment.deploy());
    }

    Deployed deployed(Map<String, String> outputs) {
        var provision = outputs.get("ProvisionFunction");
        return new Deployed(
                api(outputs.get("ApiUrl")),
                new InvokedFunction(clients.lambda(endpoint), provision),
                this::fromHere);
    }

    /** The path that works without the names that LocalStack gives to APIs. */
    private String api(String url) {
        var named = API.matcher(url);
        if (!named.matches()) {
            throw new IllegalStateException("the stack's ApiUrl is " + url);
        }
        return "%s/_aws/execute-api/%s/%s".formatted(endpoint, named.group(1), named.group(2));
    }

    /** A function names its own way to LocalStack; from here it is a mapped port. */
    private URI fromHere(URI url) {
        return URI.create(endpoint + url.getRawPath() + "?" + url.getRawQuery());
    }
}
