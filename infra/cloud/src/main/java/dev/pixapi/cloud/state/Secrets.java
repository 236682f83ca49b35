package dev.pixapi.cloud.state;

import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Secret;

import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The blueprint's secrets, which the operator fills: no deployment writes over what stands in them.
 */
public final class Secrets extends Construct {
    private static final String EMPTY = "{}";

    private final Map<String, ISecret> made = new LinkedHashMap<>();

    public Secrets(Construct scope, String id, Stage stage) {
        super(scope, id);
        Blueprint.SECRETS.forEach(secret -> made.put(secret.name(), secret(secret, stage)));
    }

    public String physicalName(Secret secret) {
        return made.get(secret.name()).getSecretArn();
    }

    void grant(IGrantable who, Secret secret, Access access) {
        Grant.addToPrincipal(
                GrantOnPrincipalOptions.builder()
                        .grantee(who)
                        .actions(State.iamNames(access))
                        .resourceArns(List.of(physicalName(secret)))
                        .build());
    }

    private ISecret secret(Secret secret, Stage stage) {
        return software.amazon.awscdk.services.secretsmanager.Secret.Builder.create(
                        this, secret.name())
                .secretStringValue(SecretValue.unsafePlainText(EMPTY))
                .removalPolicy(stage.kept().removal())
                .build();
    }
}
