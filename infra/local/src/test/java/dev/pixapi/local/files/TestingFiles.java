package dev.pixapi.local.files;

import dev.pixapi.account.AccountId;
import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.CreateFile;
import dev.pixapi.file.CreateFile.Created;
import dev.pixapi.file.DeleteFile;
import dev.pixapi.file.FileBody;
import dev.pixapi.file.FileOrder;
import dev.pixapi.file.FileState;
import dev.pixapi.file.FindFile;
import dev.pixapi.file.ReadFile;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.InputLimits;
import dev.pixapi.lambda.s3.S3MediaStore;
import dev.pixapi.lambda.s3.S3UploadSigner;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.embedded.EmbeddedServers;
import dev.pixapi.media.MediaStore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The use cases of files on an embedded S3, with a clock that a test moves. */
final class TestingFiles implements AutoCloseable {
    static final AccountId ACME = AccountId.of("test:acme");
    static final FileOrder ORDER = order(FileOrder.STANDARD_LIFE);

    private static final String BUCKET = "pixapi-files";

    private final SettableClock clock = new SettableClock();
    private final EmbeddedServers servers;
    private final AwsClients clients;

    private TestingFiles(EmbeddedServers servers) {
        this.servers = servers;
        this.clients = LocalSystem.clients(servers);
        servers.s3().createBucket(create -> create.bucket(BUCKET));
    }

    static TestingFiles start() {
        try {
            return new TestingFiles(EmbeddedServers.start(Optional.empty()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    static FileOrder order(Duration life) {
        return new FileOrder(Optional.empty(), "vision", life);
    }

    static Declared declared(byte[] bytes) {
        return new Declared(bytes.length, ImageFormat.PNG, Pictures.sha256(bytes));
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    MediaStore media() {
        return new S3MediaStore(clients.s3(), () -> BUCKET);
    }

    S3UploadSigner signer() {
        return new S3UploadSigner(clients.signer(), () -> BUCKET);
    }

    /** The id of a file whose bytes came with it. */
    String inline(byte[] bytes) {
        return id(create(new FileBody.Inline(ORDER, bytes)));
    }

    Created reserve(Declared declared) {
        return create(new FileBody.Reservation(ORDER, declared));
    }

    Created create(FileBody body) {
        return new CreateFile(media(), signer(), clock, new Random()).create(ACME, body);
    }

    static String id(Created created) {
        return created.file().file().id().value();
    }

    FileState state(String id) {
        return new FindFile(media(), clock).find(ACME, id).state();
    }

    byte[] bytes(String id) {
        return bytes(ACME, id, InputLimits.MOST_BYTES);
    }

    byte[] bytes(AccountId account, String id, long most) {
        return new ReadFile(media(), clock).bytes(account, id, "images[0].file_id", most);
    }

    void delete(String id) {
        new DeleteFile(media()).delete(ACME, id);
    }

    /** The names of all objects of the file. */
    List<String> objects(String id) {
        return servers.s3().listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .map(object -> object.key())
                .filter(key -> key.contains(id))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        try {
            servers.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
