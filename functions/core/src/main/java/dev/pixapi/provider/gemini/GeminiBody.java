package dev.pixapi.provider.gemini;

import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Tier;
import dev.pixapi.json.Json;
import dev.pixapi.provider.ProviderCall;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A request as Gemini wants it: the prompt, and the images that an edit starts from, in one turn of
 * a conversation. The images become base64 block by block while they are sent: several calls at
 * once hold them but once.
 *
 * @see <a href="https://ai.google.dev/api/generate-content">generateContent</a>
 */
final class GeminiBody {
    /** Bytes of an image; a multiple of three, so that only its last block ends in padding. */
    private static final int BLOCK = 48 * 1024;

    private final List<Supplier<byte[]>> pieces = new ArrayList<>();
    private long length;

    private GeminiBody() {}

    static BodyPublisher of(ProviderCall call) {
        var body = new GeminiBody();
        body.text("{\"contents\":[{\"role\":\"user\",\"parts\":[");
        body.text(Json.write(Map.of("text", call.image().prompt())));
        call.inputs().images().forEach(body::image);
        body.text("]}],\"generationConfig\":" + Json.write(config(call.image().size())) + "}");
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArrays(
                        () -> body.pieces.stream().map(Supplier::get).iterator()),
                body.length);
    }

    private static Map<String, Object> config(ImageSize size) {
        var image = new LinkedHashMap<String, Object>();
        size.ratio().ifPresent(ratio -> image.put("aspectRatio", ratio.toString()));
        // 1K is what every model makes when it is told nothing, and all that some of them know.
        if (size.tier() != Tier.ONE_K) {
            image.put("imageSize", size.tier().wireName());
        }
        var config = new LinkedHashMap<String, Object>();
        config.put("responseModalities", List.of("TEXT", "IMAGE"));
        if (!image.isEmpty()) {
            config.put("imageConfig", image);
        }
        return config;
    }

    private void image(InputImage image) {
        var type = image.info().format().mediaType();
        text(",{\"inlineData\":{\"mimeType\":\"" + type + "\",\"data\":\"");
        var bytes = image.bytes();
        for (var from = 0; from < bytes.length; from += BLOCK) {
            var block = ByteBuffer.wrap(bytes, from, Math.min(BLOCK, bytes.length - from));
            add(() -> base64(block), 4 * ((block.remaining() + 2) / 3));
        }
        text("\"}}");
    }

    private void text(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        add(() -> bytes, bytes.length);
    }

    private void add(Supplier<byte[]> piece, int bytes) {
        pieces.add(piece);
        length += bytes;
    }

    /** Reads the block without using it up: a publisher may be asked again. */
    private static byte[] base64(ByteBuffer block) {
        return Base64.getEncoder().encode(block.duplicate()).array();
    }
}
