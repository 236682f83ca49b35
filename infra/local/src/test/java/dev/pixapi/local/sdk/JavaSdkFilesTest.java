package dev.pixapi.local.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileCreateParams.ExpiresAfter;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;

import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files, as users of OpenAI's Java SDK have them. */
class JavaSdkFilesTest {
    private static final byte[] PNG =
            new ImageEncoder()
                    .encode(
                            new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB),
                            ImageFormat.PNG,
                            100);

    private static TestingSystem system;

    private TestingSdk sdk;

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void openAccount() {
        sdk = new TestingSdk(system.url(), system.testKey(0));
    }

    @AfterEach
    void closeClient() {
        sdk.close();
    }

    @Test
    void aFileIsCreatedFoundAndDeleted(@TempDir Path folder) throws IOException {
        var picture = Files.write(folder.resolve("picture.png"), PNG);
        var created = create(vision().file(picture));
        assertEquals("picture.png", created.filename());
        assertEquals(PNG.length, created.bytes());
        assertEquals(86_400, created.expiresAt().orElseThrow() - created.createdAt());
        assertEquals(FileObject.Purpose.VISION, created.purpose());

        var files = sdk.client().files();
        assertEquals(created, files.retrieve(created.id()).validate());

        var deleted = files.delete(created.id()).validate();
        assertEquals(created.id(), deleted.id());
        assertTrue(deleted.deleted());
        assertThrows(NotFoundException.class, () -> files.retrieve(created.id()));
        assertThrows(NotFoundException.class, () -> files.delete(created.id()));
        assertEquals(List.of(200, 200, 200, 404, 404), sdk.statuses());
    }

    @Test
    void bytesAndStreamsHaveNoName() {
        assertEquals("image.png", create(vision().file(PNG)).filename());
        assertEquals("image.png", create(vision().file(new ByteArrayInputStream(PNG))).filename());
    }

    @Test
    void aFileExpiresWhenItIsTold() {
        var expiry = ExpiresAfter.builder().seconds(3_600).build();
        var created = create(vision().file(PNG).expiresAfter(expiry));
        assertEquals(3_600, created.expiresAt().orElseThrow() - created.createdAt());
    }

    @Test
    void whatIsNoImageIsABadRequestThatIsMadeOnce() {
        var text = "no image".getBytes(StandardCharsets.UTF_8);
        var refusal = assertThrows(BadRequestException.class, () -> create(vision().file(text)));
        assertEquals("invalid_image", refusal.code().orElseThrow());
        assertEquals("file", refusal.param().orElseThrow());
        assertEquals(List.of(400), sdk.statuses());
    }

    private FileObject create(FileCreateParams.Builder order) {
        var created = sdk.client().files().create(order.build()).validate();
        assertTrue(created.id().matches("file_[0-9A-Z]{26}"), created.id());
        return created;
    }

    private static FileCreateParams.Builder vision() {
        return FileCreateParams.builder().purpose(FilePurpose.VISION);
    }
}
