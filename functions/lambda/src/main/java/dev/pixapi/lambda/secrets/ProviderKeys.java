package dev.pixapi.lambda.secrets;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import java.util.LinkedHashMap;
import java.util.Map;

/** The providers' keys from Secrets Manager: one JSON object, read once in a process's life. */
public final class ProviderKeys {
    private final SecretsManagerClient client;
    private final String secret;

    public ProviderKeys(SecretsManagerClient client, String secret) {
        this.client = client;
        this.secret = secret;
    }

    /**
     * @throws IllegalStateException when the secret is no JSON object; the message does not show it
     */
    public Map<String, String> read() {
        try {
            var text = client.getSecretValue(get -> get.secretId(secret)).secretString();
            var keys = new LinkedHashMap<String, String>();
            Json.object(text).forEach((name, value) -> keys.put(name, String.valueOf(value)));
            return keys;
        } catch (MalformedJson _) {
            throw new IllegalStateException("The secret of the provider keys is no JSON object.");
        }
    }
}
