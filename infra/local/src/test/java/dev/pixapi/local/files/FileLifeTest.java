package dev.pixapi.local.files;

import static dev.pixapi.local.files.TestingFiles.ACME;
import static dev.pixapi.local.files.TestingFiles.id;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.file.FileBody;
import dev.pixapi.file.FileOrder;
import dev.pixapi.file.FileState.Pending;
import dev.pixapi.file.FileState.Ready;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A file from its creation to its end, as the use cases see it. */
class FileLifeTest {
    private static final byte[] PNG = Pictures.png();
    private static final Ready READY =
            new Ready(new ImageInfo(ImageFormat.PNG, new Dimensions(16, 9)));

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
    void aFileThatCameWithTheRequestIsReadAsItCame() {
        var id = files.inline(PNG);
        assertEquals(READY, files.state(id));
        assertArrayEquals(PNG, files.bytes(id));
    }

    @Test
    void anUploadIsPendingUntilItsBytesAreThere() {
        var created = files.reserve(TestingFiles.declared(PNG));
        var id = id(created);
        assertInstanceOf(Pending.class, created.file().state());
        assertInstanceOf(Pending.class, files.state(id));
        assertRefused(ErrorCode.FILE_NOT_READY, id, () -> files.bytes(id));

        assertEquals(200, Put.of(created.upload().orElseThrow()).send(PNG));
        assertEquals(READY, files.state(id));
        assertArrayEquals(PNG, files.bytes(id));
    }

    @Test
    void anUploadThatWasNeverAskedForIsReadAllTheSame() {
        var created = files.reserve(TestingFiles.declared(PNG));
        Put.of(created.upload().orElseThrow()).send(PNG);
        assertArrayEquals(PNG, files.bytes(id(created)));
    }

    @Test
    void anUploadIsLookedAtOnce() {
        var created = files.reserve(TestingFiles.declared(PNG));
        var id = id(created);
        Put.of(created.upload().orElseThrow()).send(PNG);
        assertEquals(READY, files.state(id));

        files.media()
                .delete(
                        files.objects(id).stream()
                                .filter(k -> k.endsWith("image"))
                                .findAny()
                                .orElseThrow());
        assertEquals(READY, files.state(id));
    }

    @Test
    void aFileIsRefusedByItsNameFromTheMomentThatItExpires() {
        var order = TestingFiles.order(FileOrder.SHORTEST_LIFE);
        var id = id(files.create(new FileBody.Inline(order, PNG)));
        files.pass(FileOrder.SHORTEST_LIFE.minusMillis(1));
        assertArrayEquals(PNG, files.bytes(id));

        files.pass(Duration.ofMillis(1));
        assertRefused(ErrorCode.FILE_EXPIRED, id, () -> files.bytes(id));
        assertRefused(ErrorCode.FILE_EXPIRED, id, () -> files.state(id));
    }

    @Test
    void aReservationExpiresLikeAFile() {
        var id = id(files.reserve(TestingFiles.declared(PNG)));
        files.pass(FileOrder.STANDARD_LIFE);
        assertRefused(ErrorCode.FILE_EXPIRED, id, () -> files.bytes(id));
    }

    @Test
    void anExpiredFileCanStillBeDeleted() {
        var id = files.inline(PNG);
        files.pass(FileOrder.STANDARD_LIFE);
        files.delete(id);
        assertAbsent(() -> files.state(id));
    }

    @Test
    void aDeletionLeavesNothing() {
        var created = files.reserve(TestingFiles.declared(PNG));
        var id = id(created);
        Put.of(created.upload().orElseThrow()).send(PNG);
        files.state(id);
        assertEquals(3, files.objects(id).size());

        files.delete(id);
        assertEquals(List.of(), files.objects(id));
        assertAbsent(() -> files.delete(id));
        assertAbsent(() -> files.bytes(id));
    }

    @Test
    void aDeletionThatBrokeOffCanBeRepeated() {
        var id = files.inline(PNG);
        files.media().delete("files/test/acme/" + id + "/image");
        assertAbsent(() -> files.bytes(id));

        files.delete(id);
        assertEquals(List.of(), files.objects(id));
    }

    @Test
    void anUploadAfterTheDeletionIsOfNoUse() {
        var created = files.reserve(TestingFiles.declared(PNG));
        files.delete(id(created));
        Put.of(created.upload().orElseThrow()).send(PNG);
        assertAbsent(() -> files.state(id(created)));
        assertAbsent(() -> files.bytes(id(created)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test:acme-2", "live:acme"})
    void anothersFileIsAbsent(String account) {
        var id = files.inline(PNG);
        assertAbsent(() -> files.bytes(AccountId.of(account), id, PNG.length));
    }

    @Test
    void aFileThatIsTooLargeForTheRequestIsRefusedBeforeItIsRead() {
        var id = files.inline(PNG);
        assertArrayEquals(PNG, files.bytes(ACME, id, PNG.length));
        files.media().delete("files/test/acme/" + id + "/image");
        assertRefused(ErrorCode.INVALID_IMAGE, id, () -> files.bytes(ACME, id, PNG.length - 1));
    }

    private static void assertAbsent(Executable use) {
        assertEquals(ErrorCode.FILE_NOT_FOUND, assertThrows(ApiException.class, use).code());
    }

    /** The refusal names the file, and the parameter where there is one. */
    private static void assertRefused(ErrorCode code, String id, Executable use) {
        var refusal = assertThrows(ApiException.class, use);
        assertEquals(code, refusal.code());
        assertTrue(refusal.getMessage().startsWith(id), refusal.getMessage());
        var parameter = refusal.parameter();
        assertTrue(
                parameter.equals(Optional.empty())
                        || parameter.equals(Optional.of("images[0].file_id")));
    }
}
