package dev.pixapi.cloud;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.AssetHashType;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.s3.assets.AssetOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The stack without a jar. Making a template takes a second, so tests share them. */
final class TestingStack {
    static final Path CDK_JSON = Path.of("cdk.json");

    /** What {@code cdk synth} makes when nothing is said. */
    static final SynthesizedTemplate STANDARD = synthesize(Map.of());

    /** Everything that a stage can say otherwise. */
    static final SynthesizedTemplate UNUSUAL =
            synthesize(
                    Map.of(
                            "stage", "try-1",
                            "removal", "destroy",
                            "streaming", "off",
                            "bedrock", "us-west-2",
                            "arch", "x86_64"));

    private TestingStack() {}

    private static SynthesizedTemplate synthesize(Map<String, String> context) {
        var app = new App(AppProps.builder().context(CdkJson.context(CDK_JSON)).build());
        var stage = Stage.of(name -> Optional.ofNullable(context.get(name)));
        var stack = new PixapiStack(app, stage, code());
        return new SynthesizedTemplate(Template.fromStack(stack).toJSON());
    }

    private static Code code() {
        try {
            return Code.fromAsset(
                    Files.createTempDirectory("code").toString(),
                    AssetOptions.builder()
                            .assetHash("code")
                            .assetHashType(AssetHashType.CUSTOM)
                            .build());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
