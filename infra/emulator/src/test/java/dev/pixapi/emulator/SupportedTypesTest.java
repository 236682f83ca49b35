package dev.pixapi.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/**
 * LocalStack's free image ignores or refuses what it does not know. What it knows is what has a
 * resource provider in its sources, <a
 * href="https://github.com/localstack/localstack/tree/v4.14.0/localstack-core/localstack/services">services/…/resource_providers</a>.
 */
class SupportedTypesTest {
    private static final Set<String> KNOWN =
            Set.of(
                    "AWS::ApiGateway::Deployment",
                    "AWS::ApiGateway::GatewayResponse",
                    "AWS::ApiGateway::Method",
                    "AWS::ApiGateway::Resource",
                    "AWS::ApiGateway::RestApi",
                    "AWS::ApiGateway::Stage",
                    "AWS::DynamoDB::GlobalTable",
                    "AWS::Events::Rule",
                    "AWS::IAM::Policy",
                    "AWS::IAM::Role",
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::EventSourceMapping",
                    "AWS::Lambda::Function",
                    "AWS::Lambda::Permission",
                    "AWS::Lambda::Version",
                    "AWS::Logs::LogGroup",
                    "AWS::S3::Bucket",
                    "AWS::S3::BucketPolicy",
                    "AWS::SQS::Queue",
                    "AWS::SQS::QueuePolicy",
                    "AWS::SecretsManager::Secret");

    @Test
    void theEmulatorStageHasNothingThatTheFreeImageLacks() {
        var unknown =
                EmulatorTemplate.read().types().stream().filter(t -> !KNOWN.contains(t)).toList();
        assertEquals(List.of(), unknown);
    }
}
