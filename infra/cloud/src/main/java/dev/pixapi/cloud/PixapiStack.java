package dev.pixapi.cloud;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** All of Pixapi in one stack, for any account and region. */
final class PixapiStack extends Stack {
    /** Also the name of the template's file, in every stage. */
    static final String ID = "Pixapi";

    private final Functions functions;
    private final Api api;
    private final Queues queues;
    private final Schedules schedules;

    PixapiStack(Construct app, Stage stage, Code code) {
        super(app, ID, properties(stage));
        var tables = new Tables(this, "Tables", stage);
        this.queues = new Queues(this, "Queues", stage);
        var buckets = new Buckets(this, "Buckets", stage);
        var secrets = new Secrets(this, "Secrets", stage);
        var state = new State(tables, queues, buckets, secrets);
        this.functions = new Functions(this, stage, state, code);
        this.api = new Api(this, "Api", stage);
        this.schedules = new Schedules(this, "Schedules");
        stage.boundary().ifPresent(this::bound);
        Blueprint.FUNCTIONS.forEach(this::connect);
        nameApiUrl();
        Blueprint.SECRETS.forEach(
                secret -> output(secret.name() + "Secret", secrets.physicalName(secret)));
    }

    private void connect(LambdaFunction function) {
        var made = functions.of(function);
        switch (function.trigger()) {
            case Http http -> api.route(function, http, made);
            case Messages messages -> made.addEventSource(queues.source(messages));
            case Schedule schedule -> schedules.start(function.name(), schedule.every(), made);
            case Direct _ -> output(function.name() + "Function", made.getFunctionName());
        }
    }

    /** Also the roles that CDK makes. */
    private void bound(String policy) {
        PermissionsBoundary.of(this)
                .apply(ManagedPolicy.fromManagedPolicyArn(this, "Boundary", policy));
    }

    /** CDK makes an output of the URL already, with a name that nobody could guess. */
    private void nameApiUrl() {
        var output = (CfnOutput) api.rest().getNode().findChild("Endpoint");
        output.overrideLogicalId("ApiUrl");
    }

    private void output(String id, String value) {
        CfnOutput.Builder.create(this, id).value(value).build();
    }

    /** Without the bootstrap version's rule, which {@code sam} cannot read. */
    private static StackProps properties(Stage stage) {
        return StackProps.builder()
                .stackName(stage.stackName())
                .terminationProtection(stage.kept().isProtected())
                .description("Pixapi: image models behind one API, with keys and prepaid credits.")
                .synthesizer(
                        DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                .build();
    }
}
