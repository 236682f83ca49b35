package dev.pixapi.local.badinput;

import dev.pixapi.local.TestingPictures;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form that asks for an edit, written as its test wants it. */
record EditForm(ByteArrayOutputStream body) {
    static final String TYPE = "multipart/form-data; boundary=b";
    static final byte[] PICTURE = png(64, 48);

    static EditForm empty() {
        return new EditForm(new ByteArrayOutputStream());
    }

    static EditForm of(String model) {
        return empty().text("model", model).text("prompt", "a fox");
    }

    /** Of a model that takes many images and a mask, in its least quality. */
    static EditForm edit() {
        return EditForm.of("gpt-image-2").text("quality", "low");
    }

    /** The least that can be drawn. */
    static EditForm small() {
        return EditForm.of("nano-banana-2-512");
    }

    /** With so many images. */
    static EditForm many(int images) {
        var form = edit();
        for (var i = 0; i < images; i++) {
            form.file("image[]", PICTURE);
        }
        return form;
    }

    EditForm text(String name, String text) {
        return part(disposition(name), text.getBytes(StandardCharsets.UTF_8));
    }

    EditForm file(String name, byte[] bytes) {
        return part(disposition(name) + "; filename=\"a.png\"", bytes);
    }

    /**
     * @param head the headers, lines ended by CRLF but for the last
     */
    EditForm part(String head, byte[] content) {
        body.writeBytes(("--b\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(new byte[] {'\r', '\n'});
        return this;
    }

    byte[] bytes() {
        var ended = new ByteArrayOutputStream();
        ended.writeBytes(body.toByteArray());
        ended.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return ended.toByteArray();
    }

    static String disposition(String name) {
        return "Content-Disposition: form-data; name=\"" + name + "\"";
    }

    /** Transparent all over, so that it can be a mask too. */
    static byte[] png(int width, int height) {
        return TestingPictures.png(width, height, new Color(0, true));
    }
}
