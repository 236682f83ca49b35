package dev.pixapi.lambda.blueprint;

import java.util.Locale;

/** Something with a state. Functions learn its physical name from the environment. */
public sealed interface Resource permits Table, Queue, Bucket, Secret {
    /** Its name in the blueprint: capitalised words without spaces. */
    String name();

    /** The variable that holds its physical name (a queue's URL, a secret's ARN). */
    String environmentVariable();

    /** The SDK's own variable for where its service is, where that is not AWS. */
    default String endpointVariable() {
        return switch (this) {
            case Table _ -> "AWS_ENDPOINT_URL_DYNAMODB";
            case Queue _ -> "AWS_ENDPOINT_URL_SQS";
            case Bucket _ -> "AWS_ENDPOINT_URL_S3";
            case Secret _ -> "AWS_ENDPOINT_URL_SECRETS_MANAGER";
        };
    }

    static String variable(String kind, String name) {
        var words = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return "PIXAPI_" + kind + "_" + words.toUpperCase(Locale.ROOT);
    }
}
