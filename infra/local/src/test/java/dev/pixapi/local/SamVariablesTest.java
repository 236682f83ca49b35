package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SamVariablesTest {
    @TempDir private Path folder;

    @Test
    void everyFunctionIsToldOfWhatItMayTouchAsSeenFromAContainer() throws Exception {
        try (var pixapi = TestingSystem.start()) {
            var servers = pixapi.system().servers();
            new SamVariables(pixapi.system().resources(), servers).write(folder);
            var text = Files.readString(folder.resolve(SamVariables.FILE));
            var functions = new Fields(Json.object(text));
            assertEquals(
                    Blueprint.FUNCTIONS.stream().map(LambdaFunction::name).toList(),
                    List.copyOf(functions.values().keySet()));
            var submit = functions.object("Submit");
            assertEquals("Tasks", submit.string("PIXAPI_TABLE_TASKS"));
            assertEquals(
                    "http://host.docker.internal:" + servers.dynamoDbEndpoint().getPort(),
                    submit.string("AWS_ENDPOINT_URL_DYNAMODB"));
            assertEquals(
                    "http://host.docker.internal:"
                            + servers.sqsEndpoint().getPort()
                            + "/000000000000/TaskQueue",
                    submit.string("PIXAPI_QUEUE_TASK_QUEUE"));
            assertFalse(text.contains("127.0.0.1"), text);
        }
    }
}
