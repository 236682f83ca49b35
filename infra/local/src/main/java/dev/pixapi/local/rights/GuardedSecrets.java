package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access.Action;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The secrets as a function may touch them; like {@link GuardedDynamoDb} in what is not here. */
final class GuardedSecrets implements SecretsManagerClient {
    private final SecretsManagerClient client;
    private final Guard guard;

    GuardedSecrets(SecretsManagerClient client, Guard guard) {
        this.client = client;
        this.guard = guard;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest get) {
        guard.check(Action.GET_SECRET, get.secretId());
        return client.getSecretValue(get);
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    /** The client is not this function's alone. */
    @Override
    public void close() {}
}
