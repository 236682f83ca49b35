package dev.pixapi.local.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Access.Right;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.UpstreamDouble;

import software.amazon.awssdk.services.s3.model.S3Object;

import java.awt.Color;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A system for flows: its provider's key is in a secret, its calls of AWS can be lost. */
final class FlowSystem implements AutoCloseable {
    /** No provider makes this one here. */
    static final String AWAY = "nano-banana-2-512";

    private static final int MOST_LOOKS = 400;

    final Disturbance disturbance = new Disturbance();
    final UpstreamDouble upstream = UpstreamDouble.start();
    final TestingSystem pixapi;
    final String key;

    private final SecretsDouble secrets;

    private FlowSystem(Map<String, String> settings) {
        this.secrets =
                SecretsDouble.start(
                        Map.of(
                                "OPENAI_BASE_URL",
                                upstream.url().toString(),
                                "OPENAI_API_KEY",
                                UpstreamDouble.KEY));
        var all = new HashMap<>(settings);
        all.put(Resources.PROVIDER_KEYS.environmentVariable(), "arn:of:the:secret");
        this.pixapi =
                TestingSystem.start(all, servers -> disturbance.clients(servers, secrets.client()));
        this.key = pixapi.liveKey(1_000);
    }

    /**
     * @param settings names and values in turn
     */
    static FlowSystem start(String... settings) {
        var all = new HashMap<String, String>();
        for (var i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return new FlowSystem(all);
    }

    /** The body of a request that the provider takes. */
    static Map<String, Object> order(String prompt, Object... more) {
        var body = new HashMap<String, Object>();
        body.put("model", "gpt-image-2");
        body.put("prompt", prompt);
        body.put("quality", "low");
        body.put("size", "1024x1024");
        for (var i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    /** A picture as an edit may start from one. */
    static String drawn() {
        var png = TestingPictures.png(64, 64, Color.RED);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    Set<Right> used(LambdaFunction function) {
        return pixapi.system().rights().used(function);
    }

    Answer post(int status, String path, Map<String, ?> body, String... headers) {
        return answered(status, pixapi.post(path, key, body, headers));
    }

    Answer get(int status, String path) {
        return answered(status, pixapi.get(path, key));
    }

    Answer delete(int status, String path) {
        return answered(status, pixapi.delete(path, key));
    }

    static Answer answered(int status, Answer answer) {
        assertEquals(status, answer.status());
        return answer;
    }

    /** The id of a task of POST /v1/async/…, when it has ended. */
    String ended(Answer submitted, String status) {
        var id = submitted.json().string("id");
        waitFor(() -> status(id).equals(status));
        return id;
    }

    String status(String id) {
        return task(id).string("status");
    }

    Fields task(String id) {
        return pixapi.get("/v1/tasks", key).json().objects("data").stream()
                .filter(task -> task.string("id").equals(id))
                .findAny()
                .orElseThrow();
    }

    /** Forty seconds at most. */
    static void waitFor(BooleanSupplier wanted) {
        for (var i = 0; i < MOST_LOOKS; i++) {
            if (wanted.getAsBoolean()) {
                return;
            }
            pause();
        }
        throw new AssertionError("it did not come to what was wanted");
    }

    /** As the schedule would. */
    void sweep() {
        pixapi.invoke("Sweeper", Map.of());
    }

    /** A message of the queue of dead letters. */
    void bury(String id) {
        var message = Map.of("messageId", "m", "body", Json.write(Map.of("task", id)));
        pixapi.invoke("DeadLetter", Map.of("Records", List.of(message)));
    }

    /** Removes objects of a task behind Pixapi's back, as a lifecycle rule does. */
    void lose(String id, String part) {
        var s3 = pixapi.system().servers().s3();
        var bucket = pixapi.system().resources().nameOf(Resources.MEDIA);
        s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .filter(name -> name.contains(id) && name.contains(part))
                .forEach(name -> s3.deleteObject(delete -> delete.bucket(bucket).key(name)));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        pixapi.close();
        upstream.close();
        secrets.close();
    }
}
