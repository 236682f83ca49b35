package dev.pixapi.lambda.priming;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.ApiKey;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Trigger.Http;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.imageio.ImageIO;

/** Events as API Gateway, SQS and an operator send them, for what there is in a rehearsal. */
final class RehearsedEvents {
    private final ApiKey key;
    private final Catalog catalog;

    RehearsedEvents(ApiKey key, Catalog catalog) {
        this.key = key;
        this.catalog = catalog;
    }

    String model() {
        return catalog.models().iterator().next().id();
    }

    /**
     * @param id of what stands in the path; empty where nothing does
     */
    byte[] request(Http http, String id) throws IOException {
        var event = new LinkedHashMap<String, Object>();
        event.put("resource", http.path());
        event.put("httpMethod", http.method());
        event.put(
                "headers",
                Map.of(
                        "Authorization",
                        "Bearer " + key.text(),
                        "Content-Type",
                        "application/json"));
        event.put("pathParameters", Map.of("id", id));
        event.put("requestContext", Map.of("requestId", "rehearsal", "path", http.path()));
        event.put("body", Json.write(body(http.path())));
        return Json.bytes(event);
    }

    SQSMessage message(String task) {
        var message = new SQSMessage();
        message.setMessageId("rehearsal");
        message.setBody(Json.write(Map.of("task", task)));
        return message;
    }

    byte[] explanation(String task) {
        return Json.bytes(Map.of("task", task));
    }

    byte[] refund(AccountId account, String task) {
        return Json.bytes(
                Map.of(
                        "mode", account.mode().wireName(),
                        "account", account.name(),
                        "refund", Map.of("task", task, "id", "rehearsal", "credits", 1)));
    }

    byte[] grant(AccountId account) {
        return Json.bytes(
                Map.of(
                        "mode", account.mode().wireName(),
                        "account", account.name(),
                        "grant", Map.of("id", "rehearsal", "credits", 1),
                        "key", Map.of()));
    }

    /** Of the task or file that an answer of ours shows. */
    static String id(byte[] answer) throws IOException {
        try {
            var body = Json.object(answer).get("body");
            return String.valueOf(Json.object(String.valueOf(body)).get("id"));
        } catch (MalformedJson fault) {
            throw new IOException(fault);
        }
    }

    private Map<String, ?> body(String path) throws IOException {
        if (path.equals("/v1/files")) {
            return Map.of("bytes", 1, "media_type", "image/png", "sha256", "0".repeat(64));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("model", model());
        body.put("prompt", "rehearsal");
        if (path.endsWith("/edits")) {
            body.put("image", "data:image/png;base64," + Base64.getEncoder().encodeToString(png()));
        }
        return body;
    }

    private static byte[] png() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
