package dev.pixapi.cloud.compute;

import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.catalog.Route;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.constructs.Construct;

import java.util.List;
import java.util.Optional;

/** The models of Bedrock that the catalogue of the jar has routes to. */
public final class BedrockModels {
    public static final String PROVIDER = "bedrock";

    private BedrockModels() {}

    /** Allows to ask these models, and no others, in this region, which need not be the stack's. */
    static void grant(Construct scope, IGrantable who, String region) {
        Grant.addToPrincipal(
                GrantOnPrincipalOptions.builder()
                        .grantee(who)
                        .actions(List.of("bedrock:InvokeModel"))
                        .resourceArns(
                                names().stream().map(name -> arn(scope, region, name)).toList())
                        .build());
    }

    /** By Amazon's names. */
    static List<String> names() {
        return CatalogReader.read(Optional.empty()).models().stream()
                .flatMap(model -> model.routes().stream())
                .filter(route -> route.provider().equals(PROVIDER))
                .map(Route::model)
                .distinct()
                .toList();
    }

    /** A model belongs to no account. */
    private static String arn(Construct scope, String region, String name) {
        return Stack.of(scope)
                .formatArn(
                        ArnComponents.builder()
                                .service(PROVIDER)
                                .region(region)
                                .account("")
                                .resource("foundation-model")
                                .resourceName(name)
                                .build());
    }
}
