package dev.pixapi.lambda.priming;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.lambda.wiring.Environment;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.media.Retention;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs functions on a composition root of its own, whose AWS is {@link PretendAws}. */
final class Rehearsal {
    private static final AccountId ACCOUNT = new AccountId(Mode.TEST, "rehearsal");

    private final Pixapi pixapi;
    private final RehearsedEvents events;

    Rehearsal(Environment environment) {
        this.pixapi =
                new Pixapi(pretended(environment), aws(), Clock.systemUTC(), new SecureRandom());
        var provision = pixapi.provisionAccount();
        provision.create(ACCOUNT);
        var key = provision.issueKey(ACCOUNT, ResponseFormat.URL, Retention.MONTH);
        this.events = new RehearsedEvents(key, pixapi.catalog());
    }

    /**
     * What the function answered to an event of its kind, as Lambda would get it.
     *
     * @throws IllegalStateException when something failed in it
     */
    byte[] of(LambdaFunction function) throws IOException {
        return switch (function.trigger()) {
            case Http http -> answer(function, events.request(http, subject(http)));
            case Messages _ -> work(function, events.message(opened()));
            case Schedule _ -> answer(function, Json.bytes(List.of()));
            case Direct _ -> answer(function, order(function));
        };
    }

    private byte[] order(LambdaFunction function) throws IOException {
        return switch (function.name()) {
            case "Provision" -> events.grant(ACCOUNT);
            case "ExplainCharge" -> events.explanation(ended());
            case "Correct" -> events.refund(ACCOUNT, ended());
            default -> throw new IllegalStateException("what is " + function.name() + " told?");
        };
    }

    /** The id of what the request is about: a task or a file that is there. */
    private String subject(Http http) throws IOException {
        var path = http.path();
        if (path.startsWith("/v1/tasks")) {
            return path.endsWith("/cancel") ? opened() : ended();
        }
        if (!path.contains("{id}")) {
            return "";
        }
        return path.startsWith("/v1/files/") ? reserved() : events.model();
    }

    private String opened() throws IOException {
        return id(named("Submit"));
    }

    /** With images, which are all that takes time to show. */
    private String ended() throws IOException {
        var id = opened();
        work(named("Worker"), events.message(id));
        return id;
    }

    private String reserved() throws IOException {
        return id(named("CreateFile"));
    }

    private String id(LambdaFunction function) throws IOException {
        return RehearsedEvents.id(of(function));
    }

    private static LambdaFunction named(String name) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private byte[] answer(LambdaFunction function, byte[] event) throws IOException {
        var output = new ByteArrayOutputStream();
        var handler = (RequestStreamHandler) function.create().apply(pixapi);
        handler.handleRequest(new ByteArrayInputStream(event), output, null);
        var answer = output.toString(StandardCharsets.UTF_8);
        if (answer.startsWith("{\"statusCode\":5")) {
            throw new IllegalStateException(function.name() + " answered " + answer);
        }
        return output.toByteArray();
    }

    private byte[] work(LambdaFunction function, SQSMessage message) {
        @SuppressWarnings("unchecked") // The one typed kind that the blueprint has.
        var handler = (RequestHandler<SQSEvent, SQSBatchResponse>) function.create().apply(pixapi);
        var event = new SQSEvent();
        event.setRecords(List.of(message));
        var failed = handler.handleRequest(event, null).getBatchItemFailures().size();
        if (failed > 0) {
            throw new IllegalStateException(function.name() + " did not do its work");
        }
        return Json.bytes(Map.of("failed", failed));
    }

    private static AwsClients aws() {
        return AwsClients.over(
                new PretendAws.Builder(),
                () ->
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("rehearsal", "rehearsal")),
                new AwsClients.Place(Region.US_EAST_1, false));
    }

    /**
     * Names for everything there is, and of the settings only those of form. No key of a provider
     * is among them, and nothing that would be counted or reported.
     */
    private static Environment pretended(Environment environment) {
        var variables = new HashMap<String, String>();
        resources()
                .forEach(
                        r ->
                                variables.put(
                                        r.environmentVariable(),
                                        r.name().toLowerCase(Locale.ROOT)));
        for (var setting : List.of(Setting.PIXAPI_STREAMING, Setting.PIXAPI_CATALOG)) {
            if (environment.variables().containsKey(setting.name())) {
                variables.put(setting.name(), environment.variables().get(setting.name()));
            }
        }
        return new Environment(variables);
    }

    private static Stream<Resource> resources() {
        return Stream.of(Blueprint.TABLES, Blueprint.QUEUES, Blueprint.BUCKETS, Blueprint.SECRETS)
                .flatMap(List::stream);
    }
}
