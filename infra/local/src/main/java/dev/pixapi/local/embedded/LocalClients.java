package dev.pixapi.local.embedded;

import dev.pixapi.lambda.wiring.AwsClients;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;

/** AWS's own clients, pointed at the embedded servers. Closing a client closes its connections. */
final class LocalClients {
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(Loopback.ACCESS_KEY, Loopback.SECRET_KEY));

    private LocalClients() {}

    static DynamoDbClient dynamoDb(URI endpoint) {
        return build(DynamoDbClient.builder(), endpoint);
    }

    /** Streams of tables have an interface of their own, at the same place. */
    static DynamoDbStreamsClient dynamoDbStreams(URI endpoint) {
        return build(DynamoDbStreamsClient.builder(), endpoint);
    }

    /**
     * Path style, since a bucket's name is no host name here. No chunked signing: S3Proxy leaves
     * the end of a chunked body unread and then closes the connection, so that about one answer in
     * a hundred was lost when 16 threads wrote, and the client's retry of a conditional put got
     * 412.
     */
    static S3Client s3(URI endpoint) {
        var whole = S3Configuration.builder().chunkedEncodingEnabled(false).build();
        var client = S3Client.builder().forcePathStyle(true).serviceConfiguration(whole);
        return build(client, endpoint);
    }

    static SqsClient sqs(URI endpoint) {
        return build(SqsClient.builder(), endpoint);
    }

    static AwsCredentialsProvider credentials() {
        return CREDENTIALS;
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, URI endpoint) {
        return AwsClients.plain(builder)
                .endpointOverride(endpoint)
                .region(Region.of(Loopback.REGION))
                .credentialsProvider(CREDENTIALS)
                .build();
    }
}
