package dev.pixapi.local.badinput;

import dev.pixapi.json.Json;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of an edit in JSON. */
final class EditJson {
    private EditJson() {}

    /** What is not among the fields is as it should be. */
    static byte[] of(Map<String, ?> fields) {
        var body = new LinkedHashMap<String, Object>();
        body.put("model", "gpt-image-2");
        body.put("quality", "low");
        body.put("prompt", "a fox");
        body.putAll(fields);
        if (!body.get("model").equals("gpt-image-2")) {
            body.remove("quality");
        }
        return Json.bytes(body);
    }

    static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
