package dev.pixapi.cloud;

import dev.pixapi.cloud.compute.Functions;
import dev.pixapi.cloud.compute.Schedules;
import dev.pixapi.cloud.edge.Api;
import dev.pixapi.cloud.edge.ApiCdn;
import dev.pixapi.cloud.edge.Firewall;
import dev.pixapi.cloud.edge.MediaCdn;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.cloud.state.Buckets;
import dev.pixapi.cloud.state.Queues;
import dev.pixapi.cloud.state.Secrets;
import dev.pixapi.cloud.state.State;
import dev.pixapi.cloud.state.Tables;
import dev.pixapi.cloud.watch.Alarms;
import dev.pixapi.cloud.watch.Budget;
import dev.pixapi.cloud.watch.Dashboard;
import dev.pixapi.cloud.watch.Readings;
import dev.pixapi.cloud.watch.Readings.Watched;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Trigger;
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

import java.util.Optional;

/** All of Pixapi in one stack, for any account and region. */
final class PixapiStack extends Stack {
    /** Also the name of the template's file, in every stage. */
    static final String ID = "Pixapi";

    private final Functions functions;
    private final Api api;
    private final Tables tables;
    private final Queues queues;
    private final Schedules schedules;

    PixapiStack(Construct app, Stage stage, Code code) {
        super(app, ID, properties(stage));
        this.tables = new Tables(this, "Tables", stage);
        this.queues = new Queues(this, "Queues", stage);
        var buckets = new Buckets(this, "Buckets", stage);
        var secrets = new Secrets(this, "Secrets", stage);
        var media = mediaCdn(stage, buckets);
        var state = new State(tables, queues, buckets, secrets, media.map(MediaCdn::url));
        this.functions = new Functions(this, stage, state, code);
        this.api = new Api(this, "Api", stage);
        this.schedules = new Schedules(this, "Schedules");
        stage.boundary().ifPresent(this::bound);
        Blueprint.FUNCTIONS.forEach(this::connect);
        media.ifPresent(this::outputs);
        outputs(api, apiCdn(stage));
        Blueprint.SECRETS.forEach(
                secret -> output(secret.name() + "Secret", secrets.physicalName(secret)));
        watch(new Readings(new Watched(stage, functions, queues, tables), Dashboard.PERIOD, true));
    }

    private void watch(Readings readings) {
        var watch = readings.watched().stage().watch();
        if (watch.alarms()) {
            var alarms = new Alarms(this, "Alarms", readings);
            output("AlarmsTopic", alarms.topicArn());
            new Dashboard(this, "Dashboard", readings, alarms.all());
        }
        watch.budget()
                .flatMap(dollars -> watch.email().map(email -> new Budget.Terms(dollars, email)))
                .ifPresent(terms -> new Budget(this, "Budget", terms));
    }

    private void connect(LambdaFunction function) {
        var made = functions.of(function);
        switch (function.trigger()) {
            case Http http -> api.route(function, http, made);
            case Messages messages -> made.addEventSource(queues.source(messages));
            case Trigger.Stream stream -> made.addEventSource(tables.source(stream));
            case Schedule schedule -> schedules.start(function.name(), schedule.every(), made);
            case Direct _ -> output(function.name() + "Function", made.getFunctionName());
        }
    }

    /** Also the roles that CDK makes. */
    private void bound(String policy) {
        PermissionsBoundary.of(this)
                .apply(ManagedPolicy.fromManagedPolicyArn(this, "Boundary", policy));
    }

    private Optional<MediaCdn> mediaCdn(Stage stage, Buckets buckets) {
        return stage.front().cdn() == Stage.Cdn.NONE
                ? Optional.empty()
                : Optional.of(new MediaCdn(this, stage, buckets.of(Resources.MEDIA)));
    }

    /** Also puts the firewall on the API, which has to know what is in front. */
    private Optional<ApiCdn> apiCdn(Stage stage) {
        var cdn =
                stage.front().cdn() == Stage.Cdn.ALL
                        ? Optional.of(new ApiCdn(this, stage, api.rest()))
                        : Optional.<ApiCdn>empty();
        stage.front()
                .firewall()
                .ifPresent(
                        most ->
                                new Firewall(
                                        this, most, api.stageArn(), cdn.flatMap(ApiCdn::proof)));
        return cdn;
    }

    private void outputs(MediaCdn cdn) {
        output("MediaUrl", cdn.url());
        cdn.dnsTarget().ifPresent(target -> output("MediaDnsTarget", target));
    }

    /** CDK makes an output of the URL already, with a name that nobody could guess. */
    private void outputs(Api api, Optional<ApiCdn> cdn) {
        var url = (CfnOutput) api.rest().getNode().findChild("Endpoint");
        url.overrideLogicalId("ApiUrl");
        url.setValue(cdn.map(ApiCdn::url).orElseGet(api::url));
        cdn.flatMap(ApiCdn::dnsTarget)
                .or(api::dnsTarget)
                .ifPresent(target -> output("ApiDnsTarget", target));
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
