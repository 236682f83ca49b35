package dev.pixapi.local.upstream.gemini;

import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.Ratio;
import dev.pixapi.image.Tier;
import dev.pixapi.json.Fields;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/** Images of one colour, an eighth as large as they were asked for: what came is what counts. */
final class Pictures {
    private static final int SCALE = 8;

    /** The signature and the header chunk of a PNG. */
    private static final int PNG_HEAD = 8 + 25;

    private Pictures() {}

    /** In base64, of the size that the request asks for, as a PNG. */
    static String of(Fields config) {
        var image = config.has("imageConfig") ? config.object("imageConfig") : Fields.EMPTY;
        var ratio = image.optionalString("aspectRatio").map(Ratio::of).orElse(Ratio.SQUARE);
        var edge = image.optionalString("imageSize").flatMap(Tier::named).orElse(Tier.ONE_K).edge();
        var longer = edge / SCALE;
        return ratio.width() > ratio.height()
                ? base64(draw(longer, longer * ratio.height() / ratio.width()))
                : base64(draw(longer * ratio.width() / ratio.height(), longer));
    }

    static String sound() {
        return base64(draw(16, 16));
    }

    static byte[] draw(int width, int height) {
        return draw(width, height, ImageFormat.PNG);
    }

    static byte[] draw(int width, int height, ImageFormat format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return new ImageEncoder().encode(image, format, 90);
    }

    /** A PNG with a C2PA manifest store, in the chunk that the specification names. */
    static byte[] signed() {
        var plain = draw(16, 16);
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(Arrays.copyOf(plain, PNG_HEAD));
        signed.writeBytes(chunk("caBX", "who made this, and how"));
        signed.writeBytes(Arrays.copyOfRange(plain, PNG_HEAD, plain.length));
        return signed.toByteArray();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] chunk(String type, String content) {
        var named = (type + content).getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(4 + named.length + 4)
                .putInt(content.length())
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }
}
