package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;

/** Providers that never answer, on every way but Gemini's, which has a test of its own. */
@Timeout(60)
class SilenceTest {
    private static UpstreamDouble upstream;
    private static TestingSystem openAi;
    private static TestingSystem azure;
    private static TestingSystem bedrock;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        var second = new String[] {"PIXAPI_PROVIDER_TIMEOUT_SECONDS", "1"};
        openAi = TestingSystem.start(upstream.settings(second));
        azure = TestingSystem.start(upstream.azure(second));
        bedrock = TestingSystem.start(Bedrock.settings(upstream, second), Bedrock::clients);
    }

    @AfterAll
    static void stop() {
        openAi.close();
        azure.close();
        bedrock.close();
        upstream.close();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, edits, gpt-image-2, 2, 1",
        "azure, generations, gpt-image-2, 2, 1",
        "azure, edits, gpt-image-2, 2, 1",
        "bedrock, generations, stable-image-core, 3, 3",
        "bedrock, edits, sd3.5-large, 3, 3"
    })
    void aCallThatIsNotAnsweredInTimeIsNeitherRepeatedNorCharged(
            String way, String operation, String model, int images, int calls) {
        upstream.behave(Misbehaviours.isSilent());
        var caller = new Caller(system(way), upstream);
        var order = Caller.order(images);
        order.put("model", model);
        order.remove("quality");
        if (operation.equals("edits")) {
            order.put("image", Caller.dataUrl(TestingPictures.png(96, 64, Color.RED)));
        }

        var answer = caller.ask(operation, order);

        assertEquals(504, answer.status());
        assertEquals("model_timeout", answer.errorCode());
        assertEquals("false", answer.headers().get("x-should-retry"));
        assertEquals(calls, upstream.calls());
        caller.assertCharged(0);
    }

    private static TestingSystem system(String way) {
        return switch (way) {
            case "openai" -> openAi;
            case "azure" -> azure;
            default -> bedrock;
        };
    }
}
