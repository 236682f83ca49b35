package dev.pixapi.cloud.state;

import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.blueprint.Table;

import software.amazon.awscdk.services.iam.IGrantable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything on AWS that has a state.
 *
 * @param mediaUrl what stands before the names of the media bucket's images; empty where their URLs
 *     are signed
 */
public record State(
        Tables tables, Queues queues, Buckets buckets, Secrets secrets, Optional<String> mediaUrl) {

    /** What a function that may touch the resource finds in its environment. */
    public Map<String, String> environment(Resource resource) {
        var variables = new LinkedHashMap<String, String>();
        variables.put(resource.environmentVariable(), physicalName(resource));
        if (resource.equals(Resources.MEDIA)) {
            mediaUrl.ifPresent(url -> variables.put(Setting.PIXAPI_MEDIA_URL.name(), url));
        }
        return variables;
    }

    /** What a function finds in the resource's environment variable. */
    String physicalName(Resource resource) {
        return switch (resource) {
            case Table table -> tables.physicalName(table);
            case Queue queue -> queues.physicalName(queue);
            case Bucket bucket -> buckets.physicalName(bucket);
            case Secret secret -> secrets.physicalName(secret);
        };
    }

    /** Allows exactly the actions that the blueprint names. */
    public void grant(IGrantable who, Access access) {
        switch (access.resource()) {
            case Table table -> tables.grant(who, table, access);
            case Queue queue -> queues.grant(who, queue, access);
            case Bucket bucket -> access.rights().forEach(r -> buckets.grant(who, bucket, r));
            case Secret secret -> secrets.grant(who, secret, access);
        }
    }

    static List<String> iamNames(Access access) {
        return access.actions().stream().map(Access.Action::iamName).toList();
    }
}
