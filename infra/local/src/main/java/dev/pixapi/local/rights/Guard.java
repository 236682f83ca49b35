package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Access.Action;
import dev.pixapi.lambda.blueprint.Access.Right;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Says what one function may do. Both sets are bounded: by its row, and by what there is. */
final class Guard {
    private static final System.Logger LOG = System.getLogger(Guard.class.getName());

    private final String function;
    private final Set<Right> rights;
    private final Map<String, Resource> resources;
    private final Set<Right> used = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Guard(LambdaFunction function, Map<String, String> variables) {
        this.function = function.name();
        this.rights =
                function.access().stream()
                        .flatMap(Access::rights)
                        .collect(Collectors.toUnmodifiableSet());
        this.resources = new LinkedHashMap<>();
        for (var access : function.access()) {
            var name = variables.get(access.resource().environmentVariable());
            if (name != null) {
                resources.put(name, access.resource());
            }
        }
    }

    /**
     * @param name the resource's physical name
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException as AWS refuses it
     */
    void check(Action action, String name) {
        check(action, name, Optional.empty());
    }

    /**
     * @param part an index
     */
    void check(Action action, String name, Optional<String> part) {
        var right = Optional.ofNullable(resources.get(name)).map(r -> new Right(r, part, action));
        if (right.filter(rights::contains).isEmpty()) {
            throw refusal(action, name + part.map(p -> "/" + p).orElse(""));
        }
        used.add(right.get());
    }

    /**
     * In the folder of this object. A name in no folder has no part of the bucket to be in, and
     * nobody has a right to the whole.
     */
    void checkObject(Action action, String bucket, String key) {
        check(action, bucket, folder(bucket, key));
    }

    Set<Right> used() {
        return Set.copyOf(used);
    }

    Set<String> refused() {
        return Set.copyOf(refused);
    }

    private Optional<String> folder(String bucket, String key) {
        return resources.get(bucket) instanceof Bucket(_, var folders, _)
                ? folders.stream().filter(key::startsWith).findFirst()
                : Optional.empty();
    }

    /** Never with an object's name, which may be the right to read it. */
    private RuntimeException refusal(Action action, String what) {
        var text = function + ": " + action.iamName() + " on " + what;
        if (refused.add(text)) {
            LOG.log(System.Logger.Level.ERROR, "no right in the blueprint: {0}", text);
        }
        return Wording.of(action).refusal(function, action, what);
    }
}
