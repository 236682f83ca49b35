package dev.pixapi.cloud;

import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.wiring.ProviderSettings;

import software.amazon.awscdk.RemovalPolicy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One deployment of Pixapi: {@code cdk deploy -c stage=prod -c streaming=off}.
 *
 * @param name part of the stack's name and of the API's URL
 * @param removal what becomes of tables, images, secrets and logs when the stack is deleted
 * @param streaming false where what stands in front buffers answers ({@code sam local}, emulators)
 * @param bedrock the region whose Bedrock is asked for Stability's models; empty for without
 */
record Stage(
        String name,
        RemovalPolicy removal,
        boolean streaming,
        Processor processor,
        Optional<String> bedrock) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");

    Stage {
        if (!NAME.matcher(name).matches()) {
            throw wrong("stage", name, "1 to 20 of a-z, 0-9 and -, a letter first");
        }
    }

    /**
     * @param context the value that was given to {@code -c NAME=VALUE}, by its name
     * @throws IllegalArgumentException with the name, what was given and what is allowed
     */
    static Stage of(Function<String, Optional<String>> context) {
        return new Stage(
                context.apply("stage").orElse("dev"),
                removal(context.apply("removal").orElse("retain")),
                streaming(context.apply("streaming").orElse("on")),
                processor(context.apply("arch").orElse("arm64")),
                context.apply("bedrock").map(Stage::region));
    }

    String stackName() {
        return "pixapi-" + name;
    }

    /** The settings that this stage takes out of the blueprint's standard. */
    Map<Setting, String> settings() {
        var settings = new LinkedHashMap<Setting, String>();
        if (!streaming) {
            settings.put(Setting.PIXAPI_STREAMING, "off");
        }
        bedrock.ifPresent(region -> settings.put(Setting.PIXAPI_BEDROCK_REGION, region));
        return settings;
    }

    private static String region(String given) {
        if (!ProviderSettings.Bedrock.isRegion(given)) {
            throw wrong("bedrock", given, "a region of AWS, as us-west-2");
        }
        return given;
    }

    private static RemovalPolicy removal(String given) {
        return switch (given) {
            case "retain" -> RemovalPolicy.RETAIN;
            case "destroy" -> RemovalPolicy.DESTROY;
            default -> throw wrong("removal", given, "retain or destroy");
        };
    }

    private static boolean streaming(String given) {
        return switch (given) {
            case "on" -> true;
            case "off" -> false;
            default -> throw wrong("streaming", given, "on or off");
        };
    }

    private static Processor processor(String given) {
        return Processor.named(given).orElseThrow(() -> wrong("arch", given, "arm64 or x86_64"));
    }

    private static IllegalArgumentException wrong(String name, String given, String allowed) {
        return new IllegalArgumentException(
                "-c " + name + "=" + given + " is not allowed; it may be " + allowed);
    }
}
