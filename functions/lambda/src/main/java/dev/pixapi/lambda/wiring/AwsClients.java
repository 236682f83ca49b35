package dev.pixapi.lambda.wiring;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.function.Supplier;

/**
 * The SDK's clients, each made when it is first used.
 *
 * @param credentials what signs a request that no client of the SDK sends
 */
public record AwsClients(
        Supplier<DynamoDbClient> dynamoDb,
        Supplier<S3Client> s3,
        Supplier<S3Presigner> signer,
        Supplier<SqsClient> sqs,
        Supplier<SecretsManagerClient> secrets,
        Supplier<AwsCredentialsProvider> credentials) {

    public AwsClients {
        dynamoDb = Lazy.of(dynamoDb);
        s3 = Lazy.of(s3);
        signer = Lazy.of(signer);
        sqs = Lazy.of(sqs);
        secrets = Lazy.of(secrets);
        credentials = Lazy.of(credentials);
    }

    /** On AWS: region and role from the function's environment. */
    public static AwsClients onAws() {
        return new AwsClients(
                () -> plain(DynamoDbClient.builder()).build(),
                () -> plain(S3Client.builder()).build(),
                S3Presigner::create,
                () -> plain(SqsClient.builder()).build(),
                () -> plain(SecretsManagerClient.builder()).build(),
                () -> DefaultCredentialsProvider.builder().build());
    }

    /** HTTP client and retry mode are said, not found: the SDK's defaults for both are changing. */
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B plain(
            B builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD));
    }
}
