package dev.pixapi.local.files;

import static dev.pixapi.local.files.TestingFiles.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.FileState.Faulty;
import dev.pixapi.file.FileState.Pending;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An upload can only be what was declared: by its signature, and by our own look at it. */
class UploadTest {
    private static final byte[] PNG = Pictures.png();
    private static final byte[] JPEG = Pictures.of(ImageFormat.JPEG, new Dimensions(16, 9));

    private static TestingFiles files;

    @BeforeAll
    static void start() {
        files = TestingFiles.start();
    }

    @AfterAll
    static void stop() {
        files.close();
    }

    @Test
    void lengthTypeChecksumAndConditionAreSigned() {
        var upload = files.reserve(TestingFiles.declared(PNG)).upload().orElseThrow();
        assertEquals(
                List.of("content-length", "content-type", "if-none-match", "x-amz-checksum-sha256"),
                List.copyOf(upload.headers().keySet()));
    }

    static Stream<Arguments> otherBodies() {
        var flipped = PNG.clone();
        flipped[PNG.length - 1] ^= 1;
        return Stream.of(
                Arguments.of("a byte less", Arrays.copyOf(PNG, PNG.length - 1)),
                Arguments.of("a byte more", Arrays.copyOf(PNG, PNG.length + 1)),
                Arguments.of("nothing", new byte[0]),
                Arguments.of("other bytes", flipped));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherBodies")
    void theStoreRefusesABodyThatWasNotDeclared(String what, byte[] body) {
        var created = files.reserve(TestingFiles.declared(PNG));
        var status = Put.of(created.upload().orElseThrow()).send(body);
        assertTrue(status == 400 || status == 403, what + ": " + status);
        assertInstanceOf(Pending.class, files.state(id(created)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "x-amz-checksum-sha256", "if-none-match"})
    void theStoreRefusesAnUploadWithAnotherHeaderOrWithoutIt(String header) {
        var created = files.reserve(TestingFiles.declared(PNG));
        var put = Put.of(created.upload().orElseThrow());
        assertEquals(403, put.without(header).send(PNG));
        assertEquals(403, put.with(header, "text/html").send(PNG));
        assertInstanceOf(Pending.class, files.state(id(created)));
        assertEquals(200, put.send(PNG));
    }

    @Test
    void theStoreRefusesASecondUpload() {
        var put = Put.of(files.reserve(TestingFiles.declared(PNG)).upload().orElseThrow());
        assertEquals(200, put.send(PNG));
        assertEquals(412, put.send(PNG));
    }

    @Test
    void theStoreRefusesALateUpload() throws InterruptedException {
        var life = Duration.ofSeconds(1);
        var put = Put.of(files.signer().sign("files/late", TestingFiles.declared(PNG), life));
        Thread.sleep(life.multipliedBy(2).plusMillis(100));
        assertEquals(403, put.send(PNG));
    }

    static Stream<Arguments> faults() {
        var declared = TestingFiles.declared(PNG);
        var text = "<svg/>".getBytes(StandardCharsets.UTF_8);
        var bomb = Pictures.claiming(new Dimensions(10_000, 9_000));
        var asPng = new Declared(JPEG.length, ImageFormat.PNG, Pictures.sha256(JPEG));
        return Stream.of(
                Arguments.of(declared, Arrays.copyOf(PNG, PNG.length - 1), "bytes, but"),
                Arguments.of(declared, new byte[PNG.length], "another SHA-256"),
                Arguments.of(TestingFiles.declared(text), text, "PNG, JPEG and WebP are taken"),
                Arguments.of(TestingFiles.declared(bomb), bomb, "50 megapixels"),
                Arguments.of(asPng, JPEG, "image/jpeg, but was declared as image/png"));
    }

    /** The bytes are put behind the store's back, where it might have checked nothing. */
    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void weRefuseWhatTheStoreMayHaveLetThrough(Declared declared, byte[] bytes, String reason) {
        var id = id(files.reserve(declared));
        files.media().putIfAbsent("files/test/acme/" + id + "/image", "image/png", bytes);

        var refusal = assertThrows(ApiException.class, () -> files.bytes(id));
        assertEquals(ErrorCode.INVALID_IMAGE, refusal.code());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        for (var look = 1; look <= 2; look++) {
            var state = assertInstanceOf(Faulty.class, files.state(id));
            assertTrue(state.reason().contains(reason), state.reason());
        }
    }
}
