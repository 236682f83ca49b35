package dev.pixapi.form;

import dev.pixapi.api.HttpRequest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes forms, well formed unless a test says otherwise, as a client would. */
public final class TestingForm {
    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public TestingForm() {
        this("----x7kQ2");
    }

    public TestingForm(String boundary) {
        this.boundary = boundary;
    }

    public TestingForm text(String name, String text) {
        return part(disposition(name), text.getBytes(StandardCharsets.UTF_8));
    }

    public TestingForm file(String name, String fileName, byte[] bytes) {
        return part(disposition(name) + "; filename=\"" + fileName + "\"", bytes);
    }

    static String disposition(String name) {
        return "Content-Disposition: form-data; name=\"" + name + "\"";
    }

    /**
     * @param head the headers, lines ended by CRLF but for the last
     */
    public TestingForm part(String head, byte[] content) {
        return raw("--" + boundary + "\r\n" + head + "\r\n\r\n").raw(content).raw("\r\n");
    }

    /** A form of one part, whose content is 1. */
    static HttpRequest part(String head) {
        return new TestingForm().part(head, new byte[] {'1'}).request();
    }

    /** A form of so many texts. */
    static HttpRequest many(int count) {
        var form = new TestingForm();
        for (var i = 0; i < count; i++) {
            form.text("n" + i, "1");
        }
        return form.request();
    }

    /** Writes what no client should. */
    TestingForm raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    private TestingForm raw(byte[] bytes) {
        body.writeBytes(bytes);
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public byte[] bytes() {
        var ended = new ByteArrayOutputStream();
        ended.writeBytes(body.toByteArray());
        ended.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ended.toByteArray();
    }

    /** The request with what was written, and nothing that ends it. */
    HttpRequest cutOff() {
        return request(contentType(), body.toByteArray());
    }

    public HttpRequest request() {
        return request(contentType(), bytes());
    }

    /** With the boundary in quotation marks, which most characters of a boundary ask for. */
    HttpRequest quoted() {
        return request("multipart/form-data; boundary=\"" + boundary + "\"", bytes());
    }

    public static HttpRequest request(String contentType, byte[] body) {
        return new HttpRequest(
                "/v1/images/edits",
                Map.of(),
                Map.of(),
                Map.of("content-type", contentType),
                body,
                "req_1");
    }
}
