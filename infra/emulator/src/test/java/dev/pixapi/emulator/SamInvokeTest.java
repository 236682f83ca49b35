package dev.pixapi.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.local.LocalOptions;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.SamVariables;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code sam local invoke NAME -e events/… --env-vars data/sam-env.json} does beside a local
 * run, all but the container.
 */
class SamInvokeTest {
    private static LocalSystem system;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        system =
                LocalSystem.start(
                        new LocalOptions(
                                0,
                                Optional.empty(),
                                Map.of(),
                                Clock.systemUTC(),
                                Optional.empty()));
    }

    @AfterAll
    static void stop() throws IOException {
        system.close();
    }

    @Test
    void functionsWorkOnTheDataOfTheLocalRun() throws Exception {
        var key = invoke("Provision", event("Provision", "none")).string("key");
        var made = invoke("Generate", event("Generate", key));
        assertEquals(200, made.number("statusCode"), made::toString);

        var caller = new Caller(system.url().toString(), key);
        assertEquals(new BigDecimal("4"), caller.credits("spent").stripTrailingZeros());
        assertEquals("completed", caller.await(body(made).string("task_id")).string("status"));
    }

    @Test
    void whatAFunctionPutsIntoTheQueueTheLocalRunWorksOff() throws Exception {
        var key = invoke("Provision", event("Provision", "none")).string("key");
        var submitted = invoke("Submit", event("Submit", key));
        assertEquals(202, submitted.number("statusCode"), submitted::toString);

        var caller = new Caller(system.url().toString(), key);
        assertEquals("completed", caller.await(body(submitted).string("id")).string("status"));
    }

    /** References, which nobody resolves, and addresses; there is no Secrets Manager to address. */
    @Test
    void theLocalRunSaysEveryVariableThatTheTemplateLeavesOpen() {
        for (var function : Blueprint.FUNCTIONS) {
            var template = EmulatorTemplate.read().function(function.name());
            var open = new SamFunction(template, Map.of()).open();
            assertEquals(open, said(function).keySet(), function.name());
        }
    }

    private static Map<String, String> said(LambdaFunction function) {
        return new SamVariables(system.resources(), system.servers()).of(function);
    }

    private static Fields invoke(String name, String event) throws Exception {
        var template = EmulatorTemplate.read().function(name);
        return new SamFunction(template, variables(name)).invoke(event);
    }

    /** There is no container here, so this machine is called otherwise. */
    private static Map<String, String> variables(String name) {
        var variables = new LinkedHashMap<String, String>();
        said(function(name))
                .forEach((k, v) -> variables.put(k, v.replace(SamVariables.HOST, "localhost")));
        return variables;
    }

    private static LambdaFunction function(String name) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static String event(String name, String key) throws IOException {
        return Files.readString(Path.of("../../events", name + ".json")).replace("YOUR_KEY", key);
    }

    private static Fields body(Fields reply) throws MalformedJson {
        return new Fields(Json.object(reply.string("body")));
    }
}
