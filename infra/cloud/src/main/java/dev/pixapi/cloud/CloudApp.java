package dev.pixapi.cloud;

import dev.pixapi.cloud.check.Template;
import dev.pixapi.cloud.check.TemplateChecks;
import dev.pixapi.json.Fields;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.services.lambda.Code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes the template. The CLI starts it as cdk.json says; Maven does with {@code -Psynth}.
 *
 * <p>Arguments: the jar of the functions, the folder of cdk.json and stages.json, and the folder to
 * write to when the CLI names none.
 */
public final class CloudApp {
    private CloudApp() {}

    public static void main(String[] arguments) {
        var jar = Path.of(arguments[0]);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(jar + " is missing: mvn package makes it");
        }
        var app = app(Path.of(arguments[1], "cdk.json"), arguments[2]);
        var stage = stage(app, Path.of(arguments[1], StagesJson.FILE));
        new PixapiStack(app, stage, Code.fromAsset(jar.toString()));
        check(app.synth().getStackByName(stage.stackName()).getTemplate());
    }

    /**
     * @throws IllegalStateException with every fault
     */
    private static void check(Object template) {
        var faults = TemplateChecks.faults(new Template(Fields.of(template).values()));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
    }

    private static App app(Path cdkJson, String folder) {
        var outdir = Optional.ofNullable(System.getenv("CDK_OUTDIR")).orElse(folder);
        return new App(AppProps.builder().context(CdkJson.context(cdkJson)).outdir(outdir).build());
    }

    private static Stage stage(App app, Path stages) {
        return StageReader.read(
                name -> Optional.ofNullable(app.getNode().tryGetContext(name)).map(String::valueOf),
                stages);
    }
}
