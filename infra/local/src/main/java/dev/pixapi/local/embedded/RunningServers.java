package dev.pixapi.local.embedded;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.wiring.AwsClients;

import java.net.URI;
import java.util.Map;

/**
 * The servers of a local run that goes on in another process.
 *
 * @param variables in which that run says where they are
 */
public record RunningServers(Map<String, String> variables) {
    /** Of tables and bucket, which is all that an operator's functions touch. */
    public AwsClients clients() {
        return new AwsClients(
                () -> LocalClients.dynamoDb(endpoint(Resources.ACCOUNTS.endpointVariable())),
                () -> LocalClients.s3(endpoint(Resources.MEDIA.endpointVariable())),
                () -> {
                    throw absent();
                },
                () -> {
                    throw absent();
                },
                () -> {
                    throw absent();
                },
                LocalClients::credentials);
    }

    private URI endpoint(String variable) {
        return URI.create(variables.get(variable));
    }

    private static IllegalStateException absent() {
        return new IllegalStateException(
                "only tables and objects are reached from another process");
    }
}
