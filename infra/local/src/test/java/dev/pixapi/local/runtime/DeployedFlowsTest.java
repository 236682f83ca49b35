package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.Bedrock;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.NoisyPictures;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * Ways through the deployed jar that no sample event takes: to providers, to signed URLs, and what
 * the SDK makes of a refusal. Whatever the build removed too much of would be missed here.
 */
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "AWS's runtime client, which starts the functions, is for Linux only")
class DeployedFlowsTest {
    private static TestingSystem pixapi;
    private static UpstreamDouble upstream;
    private static AwsDouble aws;
    private static DeployedFunction generate;

    private final String key = pixapi.liveKey(1_000);

    @BeforeAll
    static void start() throws IOException {
        pixapi = TestingSystem.start();
        upstream = UpstreamDouble.start();
        aws = new AwsDouble();
        aws.keep(Map.of("OPENAI_API_KEY", UpstreamDouble.KEY));
        var settings = new HashMap<>(Bedrock.settings(upstream));
        settings.putAll(aws.asSecrets());
        settings.put("OPENAI_BASE_URL", upstream.url().toString());
        settings.put("PIXAPI_STREAMING", "off");
        generate = DeployedFunction.start(pixapi, "Generate", settings);
    }

    @AfterAll
    static void stop() {
        generate.close();
        aws.close();
        upstream.close();
        pixapi.close();
    }

    @BeforeEach
    void works() {
        upstream.behave(Images.asAsked());
    }

    @Test
    void aProviderIsCalledWithTheKeyOfTheSecretAndForARepeatNoMore() throws Exception {
        var event = event(order("gpt-image-2"), "once");
        var first = answered(200, generate, event);
        var again = answered(200, generate, event);
        assertEquals(first.body().string("task_id"), again.body().string("task_id"));
        assertEquals("Bearer " + UpstreamDouble.KEY, upstream.request().header("authorization"));
    }

    @Test
    void aCallOfBedrockIsSignedByTheRoleOfTheFunction() throws Exception {
        var role = pixapi.system().servers().credentials().resolveCredentials();
        upstream.behave(Bedrock.signedWith(role.secretAccessKey()));
        answered(200, generate, event(order("stable-image-core"), "signed"));
    }

    @Test
    void whatTheAccountCannotPayForIsRefused() throws Exception {
        var poor = new TestingEvents(pixapi, pixapi.liveKey(1)).event("Generate");
        var event = TestingEvents.with(poor, "body", order(4));
        assertEquals(
                "insufficient_credits",
                answered(402, generate, event).body().object("error").string("code"));
    }

    @Test
    void aLargeAnswerIsReadWhereItsSignedUrlSaysUntilItsTaskIsCleared() throws Exception {
        upstream.behave(NoisyPictures.four());
        var redirect = answered(303, generate, event(order(4), "large"));
        var place = URI.create(redirect.headers().get("location").toString());
        var images = read(place);
        assertEquals(200, images.status());
        assertEquals(4, images.json().objects("data").size());

        var id = Map.of("id", images.json().string("task_id"));
        var clear = TestingEvents.with(ofOurs("GetCredits"), "pathParameters", id);
        try (var delete = DeployedFunction.start(pixapi, "DeleteMedia")) {
            answered(200, delete, clear);
            answered(200, delete, clear);
        }
        assertEquals(404, read(place).status());
    }

    private static TestingSystem.Answer read(URI place) {
        return pixapi.send(HttpRequest.newBuilder(place));
    }

    private static Answered answered(int status, DeployedFunction function, byte[] event)
            throws Exception {
        var answer = Answered.read(function.invoke(event).body());
        assertEquals(status, answer.status(), () -> answer.text() + function.logged());
        return answer;
    }

    private byte[] event(String body, String idempotencyKey) throws IOException {
        var headers = Map.of("Authorization", "Bearer " + key, "Idempotency-Key", idempotencyKey);
        var event = TestingEvents.with(ofOurs("Generate"), "headers", headers);
        return TestingEvents.with(event, "body", body);
    }

    private byte[] ofOurs(String sample) throws IOException {
        return new TestingEvents(pixapi, key).event(sample);
    }

    private static String order(String model) {
        return Json.write(Map.of("model", model, "prompt", "A heron"));
    }

    /** All of what a buffered answer has no room for. */
    private static String order(int images) {
        return Json.write(
                Map.of(
                        "model", "gpt-image-2",
                        "prompt", "A heron",
                        "n", images,
                        "response_format", "b64_json"));
    }
}
