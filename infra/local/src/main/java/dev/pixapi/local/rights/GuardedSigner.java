package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access.Action;

import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.AbortMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.CompleteMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.CreateMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.DeleteObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedAbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedCompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedCreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedDeleteObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedUploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.UploadPartPresignRequest;

/**
 * The signer as a function may use it. AWS lets everybody sign, and refuses a URL when it is
 * followed; here it is refused when it is signed, since such a URL is never meant.
 */
final class GuardedSigner implements S3Presigner {
    private static final String NO_ACTION = "the blueprint has no action for this";

    private final S3Presigner signer;
    private final Guard guard;

    GuardedSigner(S3Presigner signer, Guard guard) {
        this.signer = signer;
        this.guard = guard;
    }

    @Override
    public PresignedGetObjectRequest presignGetObject(GetObjectPresignRequest request) {
        var get = request.getObjectRequest();
        guard.checkObject(Action.GET_OBJECT, get.bucket(), get.key());
        return signer.presignGetObject(request);
    }

    @Override
    public PresignedPutObjectRequest presignPutObject(PutObjectPresignRequest request) {
        var put = request.putObjectRequest();
        guard.checkObject(Action.PUT_OBJECT, put.bucket(), put.key());
        return signer.presignPutObject(request);
    }

    @Override
    public PresignedDeleteObjectRequest presignDeleteObject(DeleteObjectPresignRequest request) {
        throw new UnsupportedOperationException(NO_ACTION);
    }

    @Override
    public PresignedCreateMultipartUploadRequest presignCreateMultipartUpload(
            CreateMultipartUploadPresignRequest request) {
        throw new UnsupportedOperationException(NO_ACTION);
    }

    @Override
    public PresignedUploadPartRequest presignUploadPart(UploadPartPresignRequest request) {
        throw new UnsupportedOperationException(NO_ACTION);
    }

    @Override
    public PresignedCompleteMultipartUploadRequest presignCompleteMultipartUpload(
            CompleteMultipartUploadPresignRequest request) {
        throw new UnsupportedOperationException(NO_ACTION);
    }

    @Override
    public PresignedAbortMultipartUploadRequest presignAbortMultipartUpload(
            AbortMultipartUploadPresignRequest request) {
        throw new UnsupportedOperationException(NO_ACTION);
    }

    /** The signer is not this function's alone. */
    @Override
    public void close() {}
}
