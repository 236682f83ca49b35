package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.local.TestingSystem;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function of the very jar that is deployed, run by AWS's own runtime client in a JVM of its own,
 * which knows nothing but its environment.
 *
 * @param log what it wrote
 */
record DeployedFunction(Process process, RuntimeApi api, Path log) implements AutoCloseable {
    static final Path JAR = Path.of("../../functions/lambda/target/pixapi-lambda-aws.jar");

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
        var function = named(name);
        var environment = FunctionEnvironment.of(pixapi, function);
        environment.putAll(settings);
        return start(function.handler(), environment, options);
    }

    /** As it is behind alias `live`: primed, and waiting for its restore. */
    static DeployedFunction snapshot(
            TestingSystem pixapi, String name, Map<String, String> settings, String... options)
            throws IOException, InterruptedException {
        var all = FunctionEnvironment.ofSnapshot(settings);
        var function = start(pixapi, name, all, options);
        function.api.awaitCheckpoint();
        return function;
    }

    /** Any handler on the class path. */
    static DeployedFunction start(
            Class<?> handler, Map<String, String> environment, String... options)
            throws IOException {
        var api = new RuntimeApi();
        var builder = new ProcessBuilder(command(handler, options));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        var log = Files.createTempFile(Path.of("target"), handler.getSimpleName(), ".log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new DeployedFunction(started(builder, api), api, log);
    }

    /**
     * One at a time, also of two builds on one machine: the runtime client unpacks its native
     * library to one place in /tmp, and two that start together take it from under each other.
     */
    private static synchronized Process started(ProcessBuilder builder, RuntimeApi api)
            throws IOException {
        var place = Path.of("/tmp/.pixapi-runtime-client.lock");
        try (var file = FileChannel.open(place, CREATE, WRITE);
                var _ = file.lock()) {
            var process = builder.start();
            api.awaitCall(process::isAlive);
            return process;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    static LambdaFunction named(String name) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    RuntimeApi.Result invoke(byte[] event) throws InterruptedException {
        var result = api.invoke(event);
        assertEquals("response", result.kind(), result::text);
        return result;
    }

    /** Of all its threads so far, in milliseconds. */
    long processorTime() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The options that say where `org.crac` finds Lambda's hooks are those of AWS's launcher. */
    private static List<String> command(Class<?> handler, String... options) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(handler),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        handler.getName()));
        return command;
    }

    /** The jar, and of all others only the runtime client and what it needs. */
    private static String classPath(Class<?> handler) {
        var client =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(
                                path ->
                                        path.contains("aws-lambda-java-runtime-interface-client")
                                                || path.contains("aws-lambda-java-serialization")
                                                || path.contains("aws-lambda-java-core")
                                                || path.contains("utils-lite"));
        var ours = handler == HelloWorld.class ? HelloWorld.place() : JAR;
        return Stream.concat(Stream.of(ours.toString()), client)
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
    }
}
