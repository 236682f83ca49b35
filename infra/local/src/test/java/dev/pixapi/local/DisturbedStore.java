package dev.pixapi.local;

import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.embedded.EmbeddedServers;

import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** The clients of a system whose calls of S3 pass through a test. */
public final class DisturbedStore {
    private DisturbedStore() {}

    /**
     * @param between sees each call before it is made; what it throws, the caller gets
     */
    public static AwsClients clients(EmbeddedServers servers, ExecutionInterceptor between) {
        var plain = LocalSystem.clients(servers);
        var disturbed =
                AwsClients.plain(S3Client.builder())
                        .forcePathStyle(true)
                        .serviceConfiguration(
                                S3Configuration.builder().chunkedEncodingEnabled(false).build())
                        .endpointOverride(servers.s3Endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(servers.credentials())
                        .overrideConfiguration(o -> o.addExecutionInterceptor(between))
                        .build();
        return new AwsClients(
                plain.dynamoDb(),
                () -> disturbed,
                plain.signer(),
                plain.sqs(),
                plain.secrets(),
                plain.credentials());
    }
}
