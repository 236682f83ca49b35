package dev.pixapi.local.upstream;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.TestingSystem;

/** What a run of a task left beside its images, for the operator. */
public final class Manifests {
    private Manifests() {}

    /** Of a task that delivered images. */
    public static Fields of(TestingSystem system, String task) {
        return stored(system, task, "/manifest.json");
    }

    /** The exchanges of a task that delivered none. */
    public static Fields ofFailed(TestingSystem system, String task) {
        return stored(system, task, "/exchanges-");
    }

    private static Fields stored(TestingSystem system, String task, String name) {
        var s3 = system.system().servers().s3();
        var bucket = system.system().resources().nameOf(Resources.MEDIA);
        var found =
                s3.listObjectsV2(list -> list.bucket(bucket).prefix("tasks/")).contents().stream()
                        .map(object -> object.key())
                        .filter(key -> key.contains("/" + task + "/") && key.contains(name))
                        .findFirst()
                        .orElseThrow();
        var object = s3.getObjectAsBytes(get -> get.bucket(bucket).key(found));
        try {
            return new Fields(Json.object(object.asByteArray()));
        } catch (MalformedJson fault) {
            throw new AssertionError(fault);
        }
    }
}
