package dev.pixapi.local.rights;

import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.embedded.EmbeddedServers;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

import java.net.URI;
import java.util.function.Predicate;

/** Calls of AWS that fail on their way, as long as a flow wants. */
final class Disturbance implements ExecutionInterceptor {
    static final Predicate<SdkRequest> HEARTBEATS =
            request ->
                    request instanceof UpdateItemRequest update
                            && update.updateExpression().equals("SET lease = :lease");
    static final Predicate<SdkRequest> MESSAGES = SendMessageRequest.class::isInstance;
    static final Predicate<SdkRequest> REQUESTS =
            request ->
                    request instanceof PutObjectRequest put && put.key().endsWith("request.json");

    private volatile Predicate<SdkRequest> lost = _ -> false;

    void lose(Predicate<SdkRequest> requests) {
        lost = requests;
    }

    void end() {
        lost = _ -> false;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (lost.test(context.request())) {
            throw SdkClientException.create("lost on its way");
        }
    }

    /** Of a system that has secrets besides. */
    AwsClients clients(EmbeddedServers servers, SecretsManagerClient secrets) {
        var plain = LocalSystem.clients(servers);
        var dynamoDb = build(DynamoDbClient.builder(), servers, servers.dynamoDbEndpoint());
        var whole = S3Configuration.builder().chunkedEncodingEnabled(false).build();
        var s3 = S3Client.builder().forcePathStyle(true).serviceConfiguration(whole);
        var objects = build(s3, servers, servers.s3Endpoint());
        var sqs = build(SqsClient.builder(), servers, servers.sqsEndpoint());
        return new AwsClients(
                () -> dynamoDb,
                () -> objects,
                plain.signer(),
                () -> sqs,
                () -> secrets,
                plain.credentials());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, EmbeddedServers servers, URI endpoint) {
        return AwsClients.plain(builder)
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(servers.credentials())
                .overrideConfiguration(
                        o -> o.retryStrategy(RetryMode.STANDARD).addExecutionInterceptor(this))
                .build();
    }
}
