package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.local.TestingSystem;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function of the very jar that is deployed, run by AWS's own runtime client in a JVM of its own,
 * which knows nothing but its environment.
 */
record DeployedFunction(Process process, RuntimeApi api) implements AutoCloseable {
    private static final Path JAR = Path.of("../../functions/lambda/target/pixapi-lambda-aws.jar");

    /**
     * @param options of the JVM
     */
    static DeployedFunction start(TestingSystem pixapi, String name, String... options)
            throws IOException {
        return start(pixapi, name, Map.of(), options);
    }

    /**
     * @param settings variables beside those of its resources
     */
    static DeployedFunction start(
            TestingSystem pixapi, String name, Map<String, String> settings, String... options)
            throws IOException {
        assertTrue(Files.exists(JAR), "the jar is made by `mvn verify`; `mvn test` alone lacks it");
        var api = new RuntimeApi();
        var function =
                Blueprint.FUNCTIONS.stream()
                        .filter(f -> f.name().equals(name))
                        .findAny()
                        .orElseThrow();
        var builder = new ProcessBuilder(command(function, options));
        builder.environment().clear();
        builder.environment().putAll(environment(pixapi, function, api));
        builder.environment().putAll(settings);
        var log = Path.of("target", "deployed-" + name + ".log").toFile();
        return new DeployedFunction(
                builder.redirectErrorStream(true).redirectOutput(log).start(), api);
    }

    RuntimeApi.Result invoke(byte[] event) throws InterruptedException {
        var result = api.invoke(event);
        assertEquals("response", result.kind(), result::text);
        return result;
    }

    private static List<String> command(LambdaFunction function, String... options) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        function.handler().getName()));
        return command;
    }

    /** The jar, and of all others only the runtime client and what it needs. */
    private static String classPath() {
        var client =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(
                                path ->
                                        path.contains("aws-lambda-java-runtime-interface-client")
                                                || path.contains("aws-lambda-java-serialization")
                                                || path.contains("aws-lambda-java-core"));
        return Stream.concat(Stream.of(JAR.toString()), client)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Map<String, String> environment(
            TestingSystem pixapi, LambdaFunction function, RuntimeApi api) {
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
