package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access.Action;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

import java.util.Optional;
import java.util.function.Supplier;

/** The buckets as a function may touch them; like {@link GuardedDynamoDb} in what is not here. */
final class GuardedS3 implements S3Client {
    private final S3Client client;
    private final Guard guard;

    GuardedS3(S3Client client, Guard guard) {
        this.client = client;
        this.guard = guard;
    }

    @Override
    public <T> T getObject(
            GetObjectRequest get, ResponseTransformer<GetObjectResponse, T> transformer) {
        return read(get.bucket(), get.key(), () -> client.getObject(get, transformer));
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest head) {
        return read(head.bucket(), head.key(), () -> client.headObject(head));
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest put, RequestBody body) {
        guard.checkObject(Action.PUT_OBJECT, put.bucket(), put.key());
        return client.putObject(put, body);
    }

    @Override
    public DeleteObjectResponse deleteObject(DeleteObjectRequest delete) {
        guard.checkObject(Action.DELETE_OBJECT, delete.bucket(), delete.key());
        return client.deleteObject(delete);
    }

    /** S3 would answer which objects were refused and delete the others; here none is. */
    @Override
    public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest delete) {
        for (var object : delete.delete().objects()) {
            guard.checkObject(Action.DELETE_OBJECT, delete.bucket(), object.key());
        }
        return client.deleteObjects(delete);
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request list) {
        var prefix = Optional.ofNullable(list.prefix()).orElse("");
        guard.checkObject(Action.LIST_BUCKET, list.bucket(), prefix);
        return client.listObjectsV2(list);
    }

    /** That an object is absent is told to those only who may list its folder. */
    private <T> T read(String bucket, String key, Supplier<T> read) {
        guard.checkObject(Action.GET_OBJECT, bucket, key);
        try {
            return read.get();
        } catch (NoSuchKeyException absent) {
            guard.checkObject(Action.LIST_BUCKET, bucket, key);
            throw absent;
        }
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    /** The client is not this function's alone. */
    @Override
    public void close() {}
}
