package dev.pixapi.local;

import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.local.embedded.EmbeddedServers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code sam local} is to tell the functions, so that they work on this system's data: the
 * names of resources, which are references in the template, and where the servers are, as seen from
 * a container.
 */
public record SamVariables(LocalResources resources, EmbeddedServers servers) {
    public static final String FILE = "sam-env.json";

    /** This machine, as Docker calls it inside of its containers. */
    public static final String HOST = "host.docker.internal";

    /** For {@code --env-vars}: an object of variables for each function, by its name. */
    void write(Path folder) throws IOException {
        var variables = new LinkedHashMap<String, Object>();
        Blueprint.FUNCTIONS.forEach(f -> variables.put(f.name(), of(f)));
        Files.write(folder.resolve(FILE), Json.bytes(variables));
    }

    public Map<String, String> of(LambdaFunction function) {
        var variables = new LinkedHashMap<String, String>();
        for (var access : function.access()) {
            var resource = access.resource();
            variables.put(resource.environmentVariable(), name(resource));
            if (!(resource instanceof Secret)) {
                variables.put(resource.endpointVariable(), fromContainer(endpoint(resource)));
            }
        }
        return variables;
    }

    private String name(Resource resource) {
        return switch (resource) {
            case Table _, Bucket _ -> resources.nameOf(resource);
            case Queue queue -> fromContainer(URI.create(resources.nameOf(queue)));
            // There is no Secrets Manager here.
            case Secret _ -> "";
        };
    }

    private URI endpoint(Resource resource) {
        return switch (resource) {
            case Table _ -> servers.dynamoDbEndpoint();
            case Bucket _ -> servers.s3Endpoint();
            case Queue _ -> servers.sqsEndpoint();
            case Secret secret -> throw new IllegalArgumentException(secret.name());
        };
    }

    private static String fromContainer(URI url) {
        return url.toString().replaceFirst("//" + url.getHost(), "//" + HOST);
    }
}
