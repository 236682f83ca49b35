package dev.pixapi.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The emulator stage's template by the rules of {@code sam local}. */
class SamTemplateTest {
    private static final Path ROOT = Path.of("../..");
    private static final EmulatorTemplate TEMPLATE = EmulatorTemplate.read();

    @Test
    void samconfigNamesTheTemplateThatTheBuildWrites() throws IOException {
        var named =
                Files.readAllLines(ROOT.resolve("samconfig.toml")).stream()
                        .filter(line -> line.startsWith("template_file"))
                        .map(line -> line.replaceAll(".*\"(.*)\"", "$1"))
                        .toList();
        var written = EmulatorTemplate.FOLDER.resolve(EmulatorTemplate.FILE);
        assertTrue(Files.isSameFile(ROOT.resolve(named.getFirst()), written), named::toString);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionIsFoundByItsNameWithItsCodeAndAnEvent(LambdaFunction function) {
        var found = new SamFunction(TEMPLATE.function(function.name()), Map.of());
        assertEquals(function.handler().getName(), found.properties().string("Handler"));
        assertEquals("java25", found.properties().string("Runtime"));
        assertEquals(List.of("x86_64"), found.properties().strings("Architectures"));
        assertTrue(Files.isRegularFile(found.code()), () -> found.code().toString());
        assertTrue(found.code().toString().endsWith(".jar"));
        assertTrue(Files.exists(ROOT.resolve("events/" + function.name() + ".json")));
    }

    @Test
    void eachRouteLeadsThroughAnAliasToItsFunction() {
        var expected =
                Blueprint.FUNCTIONS.stream()
                        .filter(function -> function.route().isPresent())
                        .collect(Collectors.toMap(SamTemplateTest::route, LambdaFunction::name));
        assertEquals(expected, new SamRoutes(TEMPLATE).functions());
    }

    @Test
    void nothingStreams() {
        var modes =
                TEMPLATE.all("AWS::ApiGateway::Method")
                        .map(method -> method.object("Properties").object("Integration"))
                        .map(integration -> integration.string("ResponseTransferMode"))
                        .distinct()
                        .toList();
        assertEquals(List.of("BUFFERED"), modes);
    }

    private static List<LambdaFunction> functions() {
        return Blueprint.FUNCTIONS;
    }

    private static String route(LambdaFunction function) {
        var route = function.route().orElseThrow();
        return route.method() + " " + route.path();
    }
}
