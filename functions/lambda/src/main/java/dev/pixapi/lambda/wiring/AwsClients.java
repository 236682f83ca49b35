package dev.pixapi.lambda.wiring;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
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

    /**
     * On AWS: region and role from the function's environment, and nothing looked for elsewhere.
     * The chain is not the SDK's standard one, which is one for the whole process and would take
     * the credentials of a snapshot into its copies.
     */
    public static AwsClients onAws(Environment environment) {
        return over(
                UrlConnectionHttpClient.builder(),
                () ->
                        AwsCredentialsProviderChain.of(
                                EnvironmentVariableCredentialsProvider.create(),
                                ContainerCredentialsProvider.builder().build()),
                environment.place());
    }

    /** The same clients on any transport. */
    public static AwsClients over(
            SdkHttpClient.Builder<?> http,
            Supplier<AwsCredentialsProvider> credentials,
            Place place) {
        var role = Lazy.of(credentials);
        var terms = new Terms(http, role, place);
        return new AwsClients(
                () -> terms.on(DynamoDbClient.builder()).build(),
                terms::s3,
                terms::signer,
                () -> terms.on(SqsClient.builder()).build(),
                () -> terms.on(SecretsManagerClient.builder()).build(),
                role);
    }

    /** HTTP client and retry mode are said, not found: the SDK's defaults for both are changing. */
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B plain(
            B builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD));
    }

    /**
     * Where the services are.
     *
     * @param elsewhere whether S3 is not AWS's: a bucket's name is no host's name then and stands
     *     in the path, and bodies are signed whole, since S3Proxy closes the connection before the
     *     end of one that is signed in chunks, by which its answer is lost
     */
    public record Place(Region region, boolean elsewhere) {
        private S3Configuration s3() {
            return S3Configuration.builder()
                    .pathStyleAccessEnabled(elsewhere)
                    .chunkedEncodingEnabled(!elsewhere)
                    .build();
        }
    }

    private record Terms(
            SdkHttpClient.Builder<?> http, Supplier<AwsCredentialsProvider> role, Place place) {
        <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B on(B builder) {
            return plain(builder)
                    .httpClientBuilder(http)
                    .credentialsProvider(role.get())
                    .region(place.region());
        }

        S3Client s3() {
            return on(S3Client.builder()).serviceConfiguration(place.s3()).build();
        }

        S3Presigner signer() {
            return S3Presigner.builder()
                    .region(place.region())
                    .credentialsProvider(role.get())
                    .serviceConfiguration(place.s3())
                    .build();
        }
    }
}
