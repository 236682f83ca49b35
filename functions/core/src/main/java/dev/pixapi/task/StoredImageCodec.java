package dev.pixapi.task;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.json.Fields;

import java.util.LinkedHashMap;
import java.util.Map;

/** A stored image in JSON, of a manifest or of a kept request. */
final class StoredImageCodec {
    private StoredImageCodec() {}

    static Map<String, Object> write(StoredImage image) {
        var json = new LinkedHashMap<String, Object>();
        json.put("key", image.key());
        json.put("format", image.info().format().wireName());
        json.put("size", image.info().dimensions().toString());
        image.revisedPrompt().ifPresent(prompt -> json.put("revised_prompt", prompt));
        return json;
    }

    static StoredImage read(Fields json) {
        var info =
                new ImageInfo(
                        ImageFormat.named(json.string("format")).orElseThrow(),
                        Dimensions.of(json.string("size")));
        return new StoredImage(json.string("key"), info, json.optionalString("revised_prompt"));
    }
}
