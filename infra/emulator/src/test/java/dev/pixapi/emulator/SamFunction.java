package dev.pixapi.emulator;

import com.amazonaws.services.lambda.runtime.Context;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A function as {@code sam local invoke} makes it of the template.
 *
 * @param variables of {@code --env-vars}
 */
record SamFunction(Fields template, Map<String, String> variables) {

    Fields invoke(String event) throws IOException, InterruptedException, URISyntaxException {
        var builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.environment().putAll(environment());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(event.getBytes(StandardCharsets.UTF_8));
        }
        var answer = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(new String(answer, StandardCharsets.UTF_8));
        }
        return read(answer);
    }

    /** Where the template says the code is. */
    Path code() {
        var metadata = template.object("Metadata");
        if (!metadata.string("aws:asset:property").equals("Code")) {
            throw new AssertionError(metadata);
        }
        return EmulatorTemplate.FOLDER.resolve(metadata.string("aws:asset:path"));
    }

    Fields properties() {
        return template.object("Properties");
    }

    Map<String, Object> declared() {
        return properties().object("Environment").object("Variables").values();
    }

    /** What is declared and has no value that works without a deployment. */
    Set<String> open() {
        return declared().entrySet().stream()
                .filter(said -> said.getValue() instanceof Map || isAddress(said.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isAddress(String variable) {
        return variable.startsWith("AWS_ENDPOINT_URL_") && !variable.endsWith("_SECRETS_MANAGER");
    }

    /** What the template does not declare, sam leaves away. */
    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        declared().forEach((name, value) -> environment.put(name, String.valueOf(value)));
        variables.forEach((name, value) -> environment.replace(name, value));
        environment.put("AWS_SAM_LOCAL", "true");
        environment.put("AWS_REGION", "us-east-1");
        // What docs/sam.md tells to put before the command.
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local-secret");
        return environment;
    }

    private List<String> command() throws URISyntaxException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var classPath =
                String.join(
                        File.pathSeparator,
                        code().toString(),
                        origin(SamRuntime.class),
                        origin(Context.class));
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                SamRuntime.class.getName(),
                properties().string("Handler"));
    }

    private static String origin(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private static Fields read(byte[] answer) {
        try {
            return new Fields(Json.object(answer));
        } catch (MalformedJson fault) {
            throw new AssertionError(new String(answer, StandardCharsets.UTF_8), fault);
        }
    }
}
