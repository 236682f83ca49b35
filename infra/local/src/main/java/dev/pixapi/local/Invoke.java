package dev.pixapi.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.wiring.Environment;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.local.embedded.RunningServers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Invokes one of the operator's functions beside a local run, on its data, as {@code aws lambda
 * invoke} does on AWS.
 */
public final class Invoke {
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private Invoke() {}

    /**
     * Prints what the function answers.
     *
     * @param arguments its name in the blueprint, and the event, a JSON object
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("A function, one of " + names() + ", and an event are wanted.");
            System.exit(USAGE);
        }
        var environment = DotEnv.over(Path.of(".env"), System.getenv());
        var data = Path.of(LocalSetting.PIXAPI_DATA.in(environment));
        try {
            System.out.println(invoke(data, arguments[0], arguments[1]));
        } catch (IllegalArgumentException refusal) {
            System.err.println(refusal.getMessage());
            System.exit(FAILED);
        }
    }

    /**
     * @param data the folder of the local run
     * @throws IllegalArgumentException with what the function, or this, finds wrong
     */
    static String invoke(Path data, String name, String event) throws IOException {
        var function = named(name);
        var variables = variables(data, name);
        var pixapi =
                new Pixapi(
                        new Environment(variables),
                        new RunningServers(variables).clients(),
                        Clock.systemUTC(),
                        new SecureRandom());
        var handler = (RequestStreamHandler) function.create().apply(pixapi);
        var answer = new ByteArrayOutputStream();
        var input = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        handler.handleRequest(input, answer, LocalContext.of(function));
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static LambdaFunction named(String name) {
        return operators().stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("a function is one of " + names()));
    }

    private static List<String> names() {
        return operators().stream().map(LambdaFunction::name).toList();
    }

    private static List<LambdaFunction> operators() {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.trigger() instanceof Direct)
                .toList();
    }

    /** As the run tells those that it has beside it, in containers; here is no container. */
    private static Map<String, String> variables(Path data, String function) throws IOException {
        var file = data.resolve(SamVariables.FILE);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no local run in " + data);
        }
        try {
            var said = new Fields(Json.object(Files.readAllBytes(file))).object(function);
            var variables = new LinkedHashMap<String, String>();
            for (var variable : said.values().keySet()) {
                variables.put(
                        variable, said.string(variable).replace(SamVariables.HOST, "127.0.0.1"));
            }
            return variables;
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException(file + " is no JSON: " + fault.getMessage(), fault);
        }
    }
}
