package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The very jar that is deployed, run by AWS's own runtime client in a JVM of its own, which knows
 * nothing but its environment. The client is for Linux only.
 */
@EnabledOnOs(OS.LINUX)
class DeployedJarTest {
    private static final Path JAR = Path.of("../../functions/lambda/target/pixapi-lambda-aws.jar");
    private static final byte[] SEPARATOR = new byte[8];

    private static TestingSystem pixapi;
    private static String key;

    @BeforeAll
    static void start() {
        assertTrue(Files.exists(JAR), "the jar is made by `mvn verify`; `mvn test` alone lacks it");
        pixapi = TestingSystem.start();
        key = pixapi.testKey(1_000);
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "webp"})
    void anImageIsMadeAndStreamedBack(String format) throws Exception {
        var body =
                Map.of("model", "nano-banana-2-512", "prompt", "deployed", "output_format", format);
        try (var function = Function.start("Generate")) {
            var answer = function.invoke(event("Generate", body));
            var parts = answer.text().split(new String(SEPARATOR, StandardCharsets.UTF_8), 2);
            assertEquals(
                    200, new Fields(Json.object(parts[0])).number("statusCode"), answer.text());
            assertEquals(format, new Fields(Json.object(parts[1])).string("output_format"));
        }
    }

    @Test
    void aWorkerRunsATask() throws Exception {
        var id =
                pixapi.submit(key, Map.of("model", "nano-banana-2-512", "prompt", "worked"))
                        .json()
                        .string("id");
        try (var function = Function.start("Worker")) {
            var event = sample("Worker").replace("TASK_ID", id).getBytes(StandardCharsets.UTF_8);
            assertEquals("{\"batchItemFailures\":[]}", function.invoke(event).text());
        }
        assertEquals("completed", pixapi.await(key, id).string("status"));
    }

    @Test
    void aBufferedEndpointAnswersAProxyObject() throws Exception {
        try (var function = Function.start("GetCredits")) {
            var answer = function.invoke(event("GetCredits", Map.of()));
            assertEquals(200, new Fields(Json.object(answer.body())).number("statusCode"));
        }
    }

    private static byte[] event(String function, Map<String, ?> body) throws Exception {
        var event = Json.object(sample(function).replace("YOUR_KEY", key));
        event.put("body", Json.write(body));
        return Json.bytes(event);
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("../../events/" + name + ".json"));
    }

    /** A function in a process of its own. */
    private record Function(Process process, RuntimeApi api) implements AutoCloseable {
        static Function start(String name) throws IOException {
            var api = new RuntimeApi();
            var function =
                    Blueprint.FUNCTIONS.stream()
                            .filter(f -> f.name().equals(name))
                            .findAny()
                            .orElseThrow();
            var builder =
                    new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.awt.headless=true",
                            "-cp",
                            classPath(),
                            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                            function.handler().getName());
            builder.environment().clear();
            builder.environment().putAll(environment(function, api));
            var log = Path.of("target", "deployed-" + name + ".log").toFile();
            return new Function(builder.redirectErrorStream(true).redirectOutput(log).start(), api);
        }

        RuntimeApi.Result invoke(byte[] event) throws InterruptedException {
            var result = api.invoke(event);
            assertEquals("response", result.kind(), result::text);
            return result;
        }

        /** The jar, and of all others only the runtime client and what it needs. */
        private static String classPath() {
            var client =
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(
                                    path ->
                                            path.contains(
                                                            "aws-lambda-java-runtime-interface-client")
                                                    || path.contains(
                                                            "aws-lambda-java-serialization")
                                                    || path.contains("aws-lambda-java-core"));
            return Stream.concat(Stream.of(JAR.toString()), client)
                    .collect(Collectors.joining(File.pathSeparator));
        }

        private static Map<String, String> environment(LambdaFunction function, RuntimeApi api) {
            var servers = pixapi.system().servers();
            var credentials = servers.credentials().resolveCredentials();
            var environment = new HashMap<String, String>();
            environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
            environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
            environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
            environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/test");
            environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
            environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
            environment.put("LAMBDA_TASK_ROOT", ".");
            environment.put("AWS_REGION", "us-east-1");
            environment.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
            environment.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
            environment.put("AWS_ENDPOINT_URL_DYNAMODB", servers.dynamoDbEndpoint().toString());
            environment.put("AWS_ENDPOINT_URL_S3", servers.s3Endpoint().toString());
            environment.put("AWS_ENDPOINT_URL_SQS", servers.sqsEndpoint().toString());
            for (var access : function.access()) {
                if (!(access.resource() instanceof Secret)) {
                    environment.put(
                            access.resource().environmentVariable(),
                            pixapi.system().resources().nameOf(access.resource()));
                }
            }
            return environment;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
            api.close();
        }
    }
}
