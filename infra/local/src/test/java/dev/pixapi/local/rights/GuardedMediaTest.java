package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.TestingGuards.assertRefused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a function without a right to a folder is told, as on AWS. */
class GuardedMediaTest {
    private static TestingSystem system;

    private final TestingGuards guards = new TestingGuards(system);

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"images/1d/x", "tasks/1d/x", "answers/1d/x", "other/x", "files", ""})
    void aFolderIsARightOfItsOwn(String key) {
        var s3 = guards.as("DeleteFile").s3().get();
        var bucket = guards.name(Resources.MEDIA);
        var object = ObjectIdentifier.builder().key(key).build();
        var code = "AccessDenied";
        assertRefused(403, code, () -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)));
        assertRefused(403, code, () -> s3.headObject(head -> head.bucket(bucket).key(key)));
        assertRefused(403, code, () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
        assertRefused(403, code, () -> s3.listObjectsV2(list -> list.bucket(bucket).prefix(key)));
        assertRefused(
                403,
                code,
                () ->
                        s3.deleteObjects(
                                delete -> delete.bucket(bucket).delete(d -> d.objects(object))));
    }

    @Test
    void aWholeBucketIsListedByNobody() {
        var bucket = guards.name(Resources.MEDIA);
        for (var function : List.of("Worker", "DeleteMedia", "GetFile")) {
            var s3 = guards.as(function).s3().get();
            assertRefused(403, "AccessDenied", () -> s3.listObjectsV2(list -> list.bucket(bucket)));
        }
    }

    @Test
    void anObjectIsNotPutByAReader() {
        var bucket = guards.name(Resources.MEDIA);
        var s3 = guards.as("ListTasks").s3().get();
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        s3.putObject(
                                put -> put.bucket(bucket).key("images/1d/x"),
                                RequestBody.fromString("x")));
    }

    /** Both may get it; only who may list its folder is told that it is not there. */
    @Test
    void anAbsentObjectIsToldToThoseWhoMayList() {
        var bucket = guards.name(Resources.MEDIA);
        var may = guards.as("GetTask").s3().get();
        var mayNot = guards.as("ListTasks").s3().get();
        assertThrows(
                NoSuchKeyException.class,
                () -> may.headObject(head -> head.bucket(bucket).key("images/1d/x")));
        assertRefused(
                403,
                "AccessDenied",
                () -> mayNot.headObject(head -> head.bucket(bucket).key("images/1d/x")));
        assertEquals(
                Set.of("s3:GetObject on Media/images/", "s3:ListBucket on Media/images/"),
                guards.used("GetTask"));
    }

    @Test
    void aUrlIsSignedOnlyByWhoMayDoWhatItDoes() {
        var bucket = guards.name(Resources.MEDIA);
        var life = Duration.ofMinutes(1);
        var signer = guards.as("CreateFile").signer().get();
        signer.presignPutObject(
                sign ->
                        sign.signatureDuration(life)
                                .putObjectRequest(put -> put.bucket(bucket).key("files/x")));
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        signer.presignPutObject(
                                sign ->
                                        sign.signatureDuration(life)
                                                .putObjectRequest(
                                                        put ->
                                                                put.bucket(bucket)
                                                                        .key("images/x"))));
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        signer.presignGetObject(
                                sign ->
                                        sign.signatureDuration(life)
                                                .getObjectRequest(
                                                        get -> get.bucket(bucket).key("files/x"))));
    }

    @Test
    void whatNoFunctionDoesIsNotThere() {
        var clients = guards.as("Worker");
        var bucket = guards.name(Resources.MEDIA);
        assertThrows(
                UnsupportedOperationException.class,
                () -> clients.dynamoDb().get().deleteItem(delete -> delete.tableName("Tasks")));
        assertThrows(
                UnsupportedOperationException.class,
                () -> clients.s3().get().deleteBucket(delete -> delete.bucket(bucket)));
    }

    @Test
    void aRefusalSaysWhoMayNotDoWhatAndNamesNoObject() {
        var bucket = guards.name(Resources.MEDIA);
        var refusal =
                assertRefused(
                        403,
                        "AccessDenied",
                        () ->
                                guards.as("Quote")
                                        .s3()
                                        .get()
                                        .headObject(h -> h.bucket(bucket).key("images/token")));
        var message = refusal.awsErrorDetails().errorMessage();
        assertTrue(message.contains("Quote is not authorized to perform: s3:GetObject"), message);
        assertFalse(refusal.getMessage().contains("token"), message);
        assertFalse(guards.refused().toString().contains("token"));
    }
}
