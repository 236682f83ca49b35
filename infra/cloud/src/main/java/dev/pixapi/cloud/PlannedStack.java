package dev.pixapi.cloud;

import dev.pixapi.cloud.stage.Choice;
import dev.pixapi.cloud.stage.Processor;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.cloud.stage.StageReader;
import dev.pixapi.cloud.stage.StagesJson;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.services.lambda.Code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stage would deploy, made without the functions' jar.
 *
 * @param onArm whether its functions run on arm64
 * @param cdnForMedia whether CloudFront stands in front of the images
 * @param cdnForApi whether it stands in front of the API
 * @param template as CloudFormation gets it, but for the jar
 */
public record PlannedStack(
        String name,
        boolean onArm,
        boolean traced,
        boolean cdnForMedia,
        boolean cdnForApi,
        Map<String, Object> template) {

    /** The names of all that can be chosen for a stage, beside its kind. */
    public static final Set<String> CHOICES =
            Stream.concat(Stream.of("stage"), Arrays.stream(Choice.values()).map(Choice::wireName))
                    .collect(Collectors.toUnmodifiableSet());

    /**
     * @param chosen as on the command line
     * @param folder of cdk.json and stages.json
     * @throws IllegalArgumentException with the name, what was given where, and what is allowed
     */
    public static PlannedStack of(Map<String, String> chosen, Path folder) {
        var stage =
                StageReader.read(
                        name -> Optional.ofNullable(chosen.get(name)),
                        folder.resolve(StagesJson.FILE));
        return new PlannedStack(
                stage.stackName(),
                stage.compute().processor() == Processor.ARM64,
                stage.compute().traced(),
                stage.front().cdn() != Stage.Cdn.NONE,
                stage.front().cdn() == Stage.Cdn.ALL,
                template(stage, folder.resolve("cdk.json")));
    }

    @SuppressWarnings("unchecked") // A template is an object of JSON.
    private static Map<String, Object> template(Stage stage, Path cdkJson) {
        try {
            var work = Files.createTempDirectory("planned");
            var nothing = Files.createDirectory(work.resolve("code"));
            var app =
                    new App(
                            AppProps.builder()
                                    .context(CdkJson.context(cdkJson))
                                    .outdir(work.resolve("cdk.out").toString())
                                    .build());
            new PixapiStack(app, stage, Code.fromAsset(nothing.toString()));
            return (Map<String, Object>)
                    app.synth().getStackByName(stage.stackName()).getTemplate();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
