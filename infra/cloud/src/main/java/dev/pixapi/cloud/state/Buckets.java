package dev.pixapi.cloud.state;

import dev.pixapi.cloud.stage.Durations;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.lambda.blueprint.Access.Action;
import dev.pixapi.lambda.blueprint.Access.Right;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.media.Lifetime;

import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blueprint's buckets: private, encrypted by S3, closed to plain HTTP. */
public final class Buckets extends Construct {
    private final Map<String, IBucket> made = new LinkedHashMap<>();

    public Buckets(Construct scope, String id, Stage stage) {
        super(scope, id);
        Blueprint.BUCKETS.forEach(bucket -> made.put(bucket.name(), bucket(bucket, stage)));
    }

    String physicalName(Bucket bucket) {
        return made.get(bucket.name()).getBucketName();
    }

    public IBucket of(Bucket bucket) {
        return made.get(bucket.name());
    }

    /**
     * In a folder. The right to list is the bucket's, for names that begin with the folder's. It is
     * also what makes S3 answer 404 for an absent object instead of 403; AWS does not say whether
     * it holds the object's name against the condition then, so the condition counts where there is
     * a prefix.
     */
    void grant(IGrantable who, Bucket bucket, Right right) {
        var arns = made.get(bucket.name());
        var names = right.part().orElseThrow() + "*";
        var grant = GrantOnPrincipalOptions.builder().grantee(who);
        grant.actions(List.of(right.action().iamName()));
        if (right.action() == Action.LIST_BUCKET) {
            grant.resourceArns(List.of(arns.getBucketArn()));
            grant.conditions(Map.of("StringLikeIfExists", Map.of("s3:prefix", names)));
        } else {
            grant.resourceArns(List.of(arns.arnForObjects(names)));
        }
        Grant.addToPrincipal(grant.build());
    }

    private IBucket bucket(Bucket bucket, Stage stage) {
        return software.amazon.awscdk.services.s3.Bucket.Builder.create(this, bucket.name())
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .lifecycleRules(bucket.lifetimes().stream().map(Buckets::rule).toList())
                .removalPolicy(stage.kept().removal())
                .build();
    }

    private static LifecycleRule rule(Lifetime lifetime) {
        return LifecycleRule.builder()
                .prefix(lifetime.prefix())
                .expiration(Durations.of(lifetime.kept()))
                .build();
    }
}
