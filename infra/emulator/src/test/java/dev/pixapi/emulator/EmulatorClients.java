package dev.pixapi.emulator;

import dev.pixapi.lambda.wiring.AwsClients;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;

/** AWS's own clients, pointed at something that speaks like AWS. */
record EmulatorClients(AwsCredentialsProvider credentials) {
    /** Also where the template's assets lie. */
    static final Region REGION = Region.US_EAST_1;

    S3Client s3(URI endpoint) {
        return build(S3Client.builder().forcePathStyle(true), endpoint);
    }

    CloudFormationClient cloudFormation(URI endpoint) {
        return build(CloudFormationClient.builder(), endpoint);
    }

    LambdaClient lambda(URI endpoint) {
        return build(LambdaClient.builder(), endpoint);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, URI endpoint) {
        return AwsClients.plain(builder)
                .endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(credentials)
                .build();
    }
}
