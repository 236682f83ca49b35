package dev.pixapi.task;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.ledger.Failure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A manifest as JSON. */
final class ManifestCodec {
    private ManifestCodec() {}

    static byte[] write(Manifest manifest) {
        var json = new LinkedHashMap<String, Object>();
        json.put("created", manifest.created().toEpochMilli());
        json.put("quality", manifest.quality());
        json.put("background", manifest.background());
        json.put("images", manifest.images().stream().map(StoredImageCodec::write).toList());
        json.put("returned", manifest.returned());
        json.put("wasted", manifest.wasted());
        json.put("missing", manifest.missing().stream().map(ManifestCodec::failure).toList());
        json.put("exchanges", ExchangeCodec.write(manifest.exchanges()));
        manifest.usage().ifPresent(usage -> json.put("usage", usage));
        return Json.bytes(json);
    }

    static Manifest read(byte[] bytes) {
        try {
            var json = new Fields(Json.object(bytes));
            return new Manifest(
                    Instant.ofEpochMilli(json.number("created")),
                    json.string("quality"),
                    json.string("background"),
                    json.objects("images").stream().map(StoredImageCodec::read).toList(),
                    (int) json.number("returned"),
                    (int) json.number("wasted"),
                    json.objects("missing").stream().map(ManifestCodec::failure).toList(),
                    json.has("usage")
                            ? Optional.of(json.object("usage").values())
                            : Optional.empty(),
                    ExchangeCodec.read(json.objects("exchanges")));
        } catch (MalformedJson fault) {
            throw new IllegalStateException("A manifest is no JSON: " + fault.getMessage(), fault);
        }
    }

    private static Map<String, Object> failure(Failure failure) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", failure.code());
        json.put("message", failure.message());
        failure.parameter().ifPresent(name -> json.put("param", name));
        return json;
    }

    private static Failure failure(Fields json) {
        return new Failure(
                json.string("code"), json.string("message"), json.optionalString("param"));
    }
}
