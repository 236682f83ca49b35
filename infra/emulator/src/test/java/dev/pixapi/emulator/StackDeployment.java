package dev.pixapi.emulator;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.s3.S3Client;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Deploys the emulator stage as {@code cdk deploy} would.
 *
 * @param assets where CloudFormation itself finds the objects of S3, {@code http://localhost:4566}
 * @param poll how often it is asked whether it is done
 */
record StackDeployment(
        S3Client s3, CloudFormationClient cloudFormation, String assets, Duration poll) {
    static final String STACK = "pixapi-emulator";
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String ACCOUNT = "000000000000";

    /**
     * @return the stack's outputs
     * @throws IllegalStateException when a resource could not be made, with each reason
     */
    Map<String, String> deploy() {
        var uploaded = new Assets(ACCOUNT, EmulatorClients.REGION.id());
        uploaded.upload(s3);
        var template = uploaded.template();
        cloudFormation.createStack(
                create ->
                        create.stackName(STACK)
                                .templateURL(
                                        String.join("/", assets, template.bucket(), template.key()))
                                .capabilities(Capability.CAPABILITY_IAM)
                                .onFailure(OnFailure.DO_NOTHING));
        awaitCreated();
        return cloudFormation
                .describeStacks(describe -> describe.stackName(STACK))
                .stacks()
                .getFirst()
                .outputs()
                .stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    private void awaitCreated() {
        try (var waiter =
                CloudFormationWaiter.builder()
                        .client(cloudFormation)
                        .overrideConfiguration(
                                patience ->
                                        patience.waitTimeout(LONGEST)
                                                .maxAttempts(Integer.MAX_VALUE)
                                                .backoffStrategyV2(
                                                        BackoffStrategy.fixedDelay(poll)))
                        .build()) {
            waiter.waitUntilStackCreateComplete(describe -> describe.stackName(STACK));
        } catch (SdkClientException failure) {
            throw new IllegalStateException("the stack was not made:\n" + reasons(), failure);
        }
    }

    private String reasons() {
        return cloudFormation
                .describeStackEvents(describe -> describe.stackName(STACK))
                .stackEvents()
                .stream()
                .filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                .map(StackDeployment::reason)
                .collect(Collectors.joining("\n"));
    }

    private static String reason(StackEvent event) {
        return event.logicalResourceId() + ": " + event.resourceStatusReason();
    }
}
