package dev.pixapi.cloud;

import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.cloud.stage.StageReader;
import dev.pixapi.cloud.stage.StagesJson;

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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stack without a jar. Making a template takes a second, so tests share them. */
public final class TestingStack {
    public static final Path CDK_JSON = Path.of("cdk.json");

    public static final Path STAGES = Path.of(StagesJson.FILE);

    public static final Map<StageKind, SynthesizedTemplate> OF_KIND = kinds();

    /** What {@code cdk synth} makes when nothing is said. */
    public static final SynthesizedTemplate STANDARD = OF_KIND.get(StageKind.DEV);

    /** Everything that a stage can say otherwise. */
    public static final Map<String, String> UNUSUALLY =
            Map.ofEntries(
                    Map.entry("name", "try-1"),
                    Map.entry("removal", "destroy"),
                    Map.entry("protection", "on"),
                    Map.entry("logs", "365"),
                    Map.entry("arch", "x86_64"),
                    Map.entry("snapstart", "off"),
                    Map.entry("tracing", "on"),
                    Map.entry("workers", "50"),
                    Map.entry("streaming", "off"),
                    Map.entry("cdn", "none"),
                    Map.entry("rate", "7"),
                    Map.entry("burst", "9"),
                    Map.entry("firewall", "500"),
                    Map.entry("access_logs", "account"),
                    Map.entry("alarms", "on"),
                    Map.entry("email", "ops@example.com"),
                    Map.entry("budget", "50"),
                    Map.entry("bedrock", "us-west-2"),
                    Map.entry("boundary", "arn:aws:iam::111122223333:policy/Boundary"));

    public static final SynthesizedTemplate UNUSUAL = synthesize(UNUSUALLY);

    private static final String CERTIFICATE =
            "arn:aws:acm:us-east-1:111122223333:certificate/0a1b-2c3d";

    /** All behind CloudFront and a firewall, by names of the operator's own. */
    public static final Map<String, String> ALL_BY_CDN =
            Map.of(
                    "stage", "prod",
                    "cdn", "all",
                    "cdn_wait", "120",
                    "domain", "api.example.com",
                    "certificate", CERTIFICATE,
                    "media_domain", "images.example.com",
                    "media_certificate", CERTIFICATE);

    public static final SynthesizedTemplate ALL_BEHIND_CDN = synthesize(ALL_BY_CDN);

    /** The API by a name of the operator's own, without CloudFront. */
    public static final SynthesizedTemplate OWN_NAME =
            synthesize(
                    Map.of(
                            "cdn", "none",
                            "domain", "api.example.com",
                            "certificate", CERTIFICATE));

    private TestingStack() {}

    private static Map<StageKind, SynthesizedTemplate> kinds() {
        var templates = new EnumMap<StageKind, SynthesizedTemplate>(StageKind.class);
        for (var kind : StageKind.values()) {
            templates.put(kind, synthesize(Map.of("stage", kind.wireName())));
        }
        return templates;
    }

    public static SynthesizedTemplate synthesize(Map<String, String> context) {
        return new SynthesizedTemplate(Template.fromStack(stack(context, Map.of())).toJSON());
    }

    /** With feature flags of its own. */
    public static PixapiStack stack(Map<String, String> context, Map<String, Object> flags) {
        var all = new TreeMap<>(CdkJson.context(CDK_JSON));
        all.putAll(flags);
        var app = new App(AppProps.builder().context(all).build());
        var stage = StageReader.read(name -> Optional.ofNullable(context.get(name)), STAGES);
        return new PixapiStack(app, stage, code());
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
