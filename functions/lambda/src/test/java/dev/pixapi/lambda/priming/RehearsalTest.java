package dev.pixapi.lambda.priming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.wiring.Environment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A rehearsal that is refused halfway would leave the other half cold. */
class RehearsalTest {
    static final List<LambdaFunction> FUNCTIONS = Blueprint.FUNCTIONS;

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void everyFunctionSucceedsInItsRehearsal(LambdaFunction function) throws IOException {
        var answer = rehearsed(function, Map.of());
        if (function.route().isPresent()) {
            assertTrue(answer.matches("(?s)\\{\"statusCode\":20[02].*"), answer);
        }
    }

    /** Reading its manifest and signing its images' URLs is most of what such an answer takes. */
    @ParameterizedTest
    @ValueSource(strings = {"GetTask", "ListTasks"})
    void aTaskIsShownWithItsImages(String name) throws IOException {
        for (var function : FUNCTIONS) {
            if (function.name().equals(name)) {
                var answer = rehearsed(function, Map.of());
                assertTrue(answer.contains("X-Amz-Signature="), answer);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aBufferedStageRehearsesItsOwnForm(LambdaFunction function) throws IOException {
        var answer = rehearsed(function, Map.of("PIXAPI_STREAMING", "off"));
        assertEquals(-1, answer.indexOf('\0'), answer);
    }

    private static String rehearsed(LambdaFunction function, Map<String, String> variables)
            throws IOException {
        var answer = new Rehearsal(new Environment(variables)).of(function);
        return new String(answer, StandardCharsets.UTF_8);
    }
}
