package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access.Action;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sqs.model.SqsException;

import java.util.function.Supplier;

/**
 * How each service of AWS says that a role may not do something.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">access
 *     denied messages</a>
 */
enum Wording {
    DYNAMODB(DynamoDbException::builder, 400, "AccessDeniedException"),
    S3(S3Exception::builder, 403, "AccessDenied"),
    SQS(SqsException::builder, 403, "AccessDenied"),
    SECRETSMANAGER(SecretsManagerException::builder, 400, "AccessDeniedException");

    @SuppressWarnings("ImmutableEnumChecker") // A method reference.
    private final Supplier<? extends AwsServiceException.Builder> builder;

    private final int status;
    private final String code;

    Wording(Supplier<? extends AwsServiceException.Builder> builder, int status, String code) {
        this.builder = builder;
        this.status = status;
        this.code = code;
    }

    /** Of the service that the action belongs to. */
    static Wording of(Action action) {
        return switch (action) {
            case GET_ITEM, BATCH_GET_ITEM, QUERY, SCAN, PUT_ITEM, UPDATE_ITEM -> DYNAMODB;
            case SEND_MESSAGE -> SQS;
            case GET_OBJECT, PUT_OBJECT, DELETE_OBJECT, LIST_BUCKET -> S3;
            case GET_SECRET -> SECRETSMANAGER;
        };
    }

    AwsServiceException refusal(String function, Action action, String resource) {
        var role = "arn:aws:sts::000000000000:assumed-role/%1$s/%1$s".formatted(function);
        var message =
                ("User: %1$s is not authorized to perform: %2$s on resource: %3$s because no"
                                + " identity-based policy allows the %2$s action")
                        .formatted(role, action.iamName(), resource);
        var details =
                AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .serviceName(name())
                        .build();
        return builder.get().statusCode(status).awsErrorDetails(details).build();
    }
}
