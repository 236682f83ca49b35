package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access.Right;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.wiring.AwsClients;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds each function of a system to the rights of its row in the blueprint, as its role does on
 * AWS. It keeps which of them were used, and what was refused: code that goes on after a refusal
 * would hide it.
 */
public final class Guards {
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /**
     * The clients as this function gets them.
     *
     * @param variables of its environment, which name its resources
     */
    public AwsClients guarded(
            LambdaFunction function, Map<String, String> variables, AwsClients clients) {
        var guard = new Guard(function, variables);
        guards.put(function.name(), guard);
        return new AwsClients(
                () -> new GuardedDynamoDb(clients.dynamoDb().get(), guard),
                () -> new GuardedS3(clients.s3().get(), guard),
                () -> new GuardedSigner(clients.signer().get(), guard),
                () -> new GuardedSqs(clients.sqs().get(), guard),
                () -> new GuardedSecrets(clients.secrets().get(), guard),
                () -> credentials(function, clients));
    }

    /** The rights that a function has used so far. */
    public Set<Right> used(LambdaFunction function) {
        return guards.get(function.name()).used();
    }

    /** What functions tried without the right to, each once: {@code Submit: s3:GetObject on …}. */
    public Set<String> refused() {
        var all = ConcurrentHashMap.<String>newKeySet();
        guards.values().forEach(guard -> all.addAll(guard.refused()));
        return all;
    }

    /** These are for providers without a key. */
    private static AwsCredentialsProvider credentials(LambdaFunction function, AwsClients clients) {
        if (!function.callsProviders()) {
            throw new IllegalStateException(function.name() + " may not call providers");
        }
        return clients.credentials().get();
    }
}
