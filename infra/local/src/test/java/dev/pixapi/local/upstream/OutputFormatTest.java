package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.zip.CRC32;

/** What becomes of a provider's bytes: kept to the last, or made into the format asked for. */
class OutputFormatTest {
    private static final Dimensions SIZE = new Dimensions(48, 32);

    /** A label as C2PA's manifest store begins with; its content is of no use. */
    private static final byte[] ORIGIN =
            "jumbc2pa and who made this".getBytes(StandardCharsets.US_ASCII);

    private static UpstreamDouble upstream;
    private static TestingSystem system;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        system = TestingSystem.start(upstream.settings());
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @Test
    void aPngKeepsWhatItSaysOfItsOrigin() {
        var png = withChunk(image(ImageFormat.PNG), "caBX");
        assertArrayEquals(png, delivered(png, Optional.empty()).body());
        assertArrayEquals(png, delivered(png, Optional.of(ImageFormat.PNG)).body());
    }

    @Test
    void aJpegKeepsWhatItSaysOfItsOrigin() {
        var jpeg = withSegment(image(ImageFormat.JPEG), 0xEB);
        assertArrayEquals(jpeg, delivered(jpeg, Optional.empty()).body());
        assertArrayEquals(jpeg, delivered(jpeg, Optional.of(ImageFormat.JPEG)).body());
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsBehindTheEndIsKept(ImageFormat format) {
        var image = join(image(format), ORIGIN, new byte[300]);
        assertArrayEquals(image, delivered(image, Optional.of(format)).body());
    }

    @ParameterizedTest
    @EnumSource
    void anotherFormatThanAskedForIsMadeIntoIt(ImageFormat asked) {
        var came = asked == ImageFormat.PNG ? ImageFormat.JPEG : ImageFormat.PNG;
        var file = delivered(image(came), Optional.of(asked));
        assertEquals(asked.mediaType(), file.headers().get("content-type"));
        assertEquals(Optional.of(new ImageInfo(asked, SIZE)), ImageInspector.inspect(file.body()));
    }

    /** Its parts are in order, its pixels are noise: it is charged, so it is handed over. */
    @Test
    void whatCannotBeConvertedIsDeliveredAsItCame() {
        var png = image(ImageFormat.PNG);
        var pixels = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
        png[pixels] ^= 0x55;
        var file = delivered(png, Optional.of(ImageFormat.WEBP));
        assertEquals("image/png", file.headers().get("content-type"));
        assertArrayEquals(png, file.body());
    }

    /** The file behind the answer's URL. */
    private static Answer delivered(byte[] image, Optional<ImageFormat> asked) {
        upstream.behave(Images.base64(Base64.getEncoder().encodeToString(image)));
        var caller = new Caller(system, upstream);
        var order = new LinkedHashMap<>(Caller.order(1));
        asked.ifPresent(format -> order.put("output_format", format.wireName()));

        var answer = caller.generate(order);

        assertEquals(200, answer.status());
        caller.assertCharged(4);
        return file(answer.json());
    }

    private static Answer file(Fields answer) {
        assertEquals(SIZE.toString(), answer.string("size"));
        var entry = answer.objects("data").getFirst();
        var file = system.get(URI.create(entry.string("url")).getPath(), "");
        assertEquals(200, file.status());
        assertEquals("image/" + answer.string("output_format"), file.headers().get("content-type"));
        return file;
    }

    private static byte[] image(ImageFormat format) {
        var type = BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage(SIZE.width(), SIZE.height(), type);
        return new ImageEncoder().encode(image, format, 90);
    }

    /** Behind IHDR, as C2PA wants it. */
    private static byte[] withChunk(byte[] png, String type) {
        var named = join(type.getBytes(StandardCharsets.US_ASCII), ORIGIN);
        var crc = new CRC32();
        crc.update(named);
        var chunk = ByteBuffer.allocate(named.length + 8).putInt(ORIGIN.length).put(named);
        return spliced(png, 33, chunk.putInt((int) crc.getValue()).array());
    }

    private static byte[] withSegment(byte[] jpeg, int code) {
        var segment = ByteBuffer.allocate(ORIGIN.length + 4).put((byte) 0xFF).put((byte) code);
        segment.putShort((short) (ORIGIN.length + 2));
        return spliced(jpeg, 2, segment.put(ORIGIN).array());
    }

    private static byte[] spliced(byte[] file, int at, byte[] part) {
        var whole = ByteBuffer.allocate(file.length + part.length);
        return whole.put(file, 0, at).put(part).put(file, at, file.length - at).array();
    }

    private static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
