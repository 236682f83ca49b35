package dev.pixapi.local.runtime;

import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.local.TestingSystem;

import java.util.HashMap;
import java.util.Map;

/** The variables that Lambda gives a function, with the embedded servers for AWS's endpoints. */
final class FunctionEnvironment {
    private FunctionEnvironment() {}

    /** Of the resources that it may touch, and of no other. */
    static Map<String, String> of(TestingSystem pixapi, LambdaFunction function) {
        var servers = pixapi.system().servers();
        var credentials = servers.credentials().resolveCredentials();
        var environment = runtime(function.name());
        environment.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", servers.dynamoDbEndpoint().toString());
        environment.put("AWS_ENDPOINT_URL_S3", servers.s3Endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", servers.sqsEndpoint().toString());
        for (var access : function.access()) {
            if (!(access.resource() instanceof Secret)) {
                environment.put(
                        access.resource().environmentVariable(),
                        pixapi.system().resources().nameOf(access.resource()));
            }
        }
        return environment;
    }

    /** What the runtime itself reads. */
    static Map<String, String> runtime(String name) {
        var environment = new HashMap<String, String>();
        environment.put("AWS_LAMBDA_FUNCTION_NAME", name);
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/test");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("LAMBDA_TASK_ROOT", ".");
        environment.put("AWS_REGION", "us-east-1");
        return environment;
    }

    /** As Lambda says it to a function that it will take a snapshot of. */
    static Map<String, String> ofSnapshot(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return all;
    }
}
