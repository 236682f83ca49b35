package dev.pixapi.cloud;

import dev.pixapi.lambda.blueprint.Access;
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
import java.util.stream.Stream;

/** The blueprint's buckets: private, encrypted by S3, closed to plain HTTP. */
final class Buckets extends Construct {
    private final Map<String, IBucket> made = new LinkedHashMap<>();

    Buckets(Construct scope, String id, Stage stage) {
        super(scope, id);
        Blueprint.BUCKETS.forEach(bucket -> made.put(bucket.name(), bucket(bucket, stage)));
    }

    String physicalName(Bucket bucket) {
        return made.get(bucket.name()).getBucketName();
    }

    /** What acts on objects gets those in its folders; what acts on a bucket gets the bucket. */
    void grant(IGrantable who, Bucket bucket, Access access) {
        var arns = made.get(bucket.name());
        var onObjects = State.iamNames(access).stream().filter(Buckets::isOnObjects).toList();
        var onBucket = State.iamNames(access).stream().filter(name -> !isOnObjects(name)).toList();
        grant(who, onObjects, bucket.folders().stream().map(f -> arns.arnForObjects(f + "*")));
        grant(who, onBucket, Stream.of(arns.getBucketArn()));
    }

    private static void grant(IGrantable who, List<String> actions, Stream<String> arns) {
        if (!actions.isEmpty()) {
            Grant.addToPrincipal(
                    GrantOnPrincipalOptions.builder()
                            .grantee(who)
                            .actions(actions)
                            .resourceArns(arns.toList())
                            .build());
        }
    }

    private static boolean isOnObjects(String action) {
        return action.endsWith("Object");
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
