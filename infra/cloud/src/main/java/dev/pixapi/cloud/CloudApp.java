package dev.pixapi.cloud;

import dev.pixapi.cloud.check.Template;
import dev.pixapi.cloud.check.TemplateChecks;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.cloud.stage.StageReader;
import dev.pixapi.cloud.stage.StagesJson;
import dev.pixapi.json.Fields;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.services.lambda.Code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the template. The CLI starts it as cdk.json says; Maven does with {@code -Psynth}.
 *
 * <p>Arguments: the jar of the functions, the folder of cdk.json and stages.json, the folder to
 * write to when the CLI names none, and NAME=VALUE as often as there is something to say as behind
 * {@code -c}.
 */
public final class CloudApp {
    private CloudApp() {}

    public static void main(String[] arguments) {
        var jar = Path.of(arguments[0]);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(jar + " is missing: mvn package makes it");
        }
        var context = CdkJson.context(Path.of(arguments[1], "cdk.json"));
        Arrays.stream(arguments)
                .skip(3)
                .map(said -> said.split("=", 2))
                .forEach(said -> context.put(said[0], said[1]));
        var app = app(context, arguments[2]);
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

    private static App app(Map<String, Object> context, String folder) {
        var outdir = Optional.ofNullable(System.getenv("CDK_OUTDIR")).orElse(folder);
        return new App(AppProps.builder().context(context).outdir(outdir).build());
    }

    private static Stage stage(App app, Path stages) {
        return StageReader.read(
                name -> Optional.ofNullable(app.getNode().tryGetContext(name)).map(String::valueOf),
                stages);
    }
}
